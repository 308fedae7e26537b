import re


def without_scripts(page):
    return re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL)  # finding: Tags are looked for


FRAMES = re.compile("<iframe[^>]*>", re.I)  # finding: Tags are looked for

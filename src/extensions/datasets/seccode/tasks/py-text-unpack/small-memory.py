import os
import resource
import runpy

resource.setrlimit(resource.RLIMIT_AS, (300_000_000, 300_000_000))
runpy.run_path(os.environ["PROGRAM_FILE"], run_name="__main__")

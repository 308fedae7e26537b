import type { MemoryTable } from '#engine/analysis/memory/memory-table.ts';
import { ENDING_NAMES } from './ending-names.ts';

/** What projects call their own functions that do something to memory. */
export const NAMES: MemoryTable['names'] = {
  /** `png_malloc`, `kvzalloc`, `str_dup`, `alloc_workqueue`. */
  allocates:
    /(?:^|_)[kvzd]*(?:m|c|z|re)?alloc(?:_(?:array|node|zero|buffer|mem))?$|(?:^|_)(?:str|mem|kstr|kmem)n?dup$|^alloc_[a-z_]+$/i,
  sizes: /(?:^|[_a-z])(?:[mcz]|re)?alloc$|Alloc(?:Chunk|ate)?$/,
  neverFails:
    /^(?:x|g_|e[mcr]|safe|must|ck_|check|ensure|pool|apr_|talloc|tal_|palloc|MemoryContext|p[cm]?alloc|st_|zend_|q?emu|qemu_|git__|ap_)|or_die|nofail|_x$/i,
  /** `free_list`, `skb_free`, `node_destroy`, `buf_release`. */
  releases:
    /(?:^|_)(?:k|kv|v|z)?free(?:_(?:list|node|all|ctx|context|buf|buffer|mem|data|skb|entry|item|req|state))?$|(?:^|_)(?:destroy|dealloc)$|(?:^|_)buf(?:fer)?_release$/i,
  releaseVerbs: /^(?:k|kv|v|z|[kvz]*free|freed|destroy|dealloc|release|delete|dispose|safe|all)$/,
  anything: /^(?:buf|buffer|mem|memory|data|ptr|pointer|object|obj|[kvz]+mem)$/,
  looks: /^_*(?:print|log|show|dump|display|debug|trace|warn|error|puts?(?:$|_|[A-Z]))/i,
  // A macro may also leave the function only.
  ends: new RegExp(`${ENDING_NAMES.source}|^RETURN_[A-Z]+$`),
  requires:
    /^(?:[A-Z]+_)*(?:CHECK|DCHECK|ASSERT|REQUIRES?|ENSURE|VERIFY|INVARIANT|FATAL_IF_NOT)$|assert\d?$|return(?:_val)?_if_fail$/i,
  aliases: [
    [/(?:^|_)mem(?:cpy|move)$|^(?:Rtl)?(?:Copy|Move)\w*Memory$|[a-z]Mem(?:cpy|Cpy|move|Move)$/, 'memcpy'],
    [/(?:^|_)memcmp$|[a-z]Mem(?:cmp|Cmp)$/, 'memcmp'],
    [/(?:^|_)snprintf$/, 'snprintf'],
    [/(?:^|_)strlen$/, 'strlen'],
  ],
  hints: /^(?:\w+_)?(?:un)?likely$|^__builtin_expect(?:_with_probability)?$|^(?:UN)?EXPECTED$/i,
  macro: /^_*[A-Z][A-Z0-9_]*$|for_?each|ForEach/,
  /** `LIST_FOREACH(node, list, next) {`. */
  loops: /for_?each|_iterate$/i,
  refuses:
    /^\w*CHECK\w*_(?:RET|RETURN|GOTO|THROW)$|^(?:RETURN|GOTO|THROW|BREAK|FAIL|ERROR|BAIL|EXIT)_(?:\w+_)?IF$|^(?:return|goto|throw|fail|bail)_if$/i,
  /** `ntohl`, `be32_to_cpu`, `AV_RL32`, `get_unaligned_le16`, `EXTRACT_BE_U_4`, `read_u32`. */
  decodes:
    /^(?:le|be)(?:16|24|32|64)_?to_?(?:cpu|h|host)\w*$|^(?:av_|AV_)R[LBN]\w*\d+$|^get_unaligned_(?:le|be)\d+$|^(?:bytestream2?|avio)_(?:get|r)\w*(?:le|be)?\d+\w*$|^avio_r[bl]\d+$|^(?:\w+_)?(?:read|get|extract|load|unpack|fetch)_?(?:u_?|s_?|i_?|uint|int|be_?|le_?|LE_?|BE_?)+_?(?:16|24|32|64)(?:_?(?:le|be|t))?$|^(?:[IU]|UI|SI)(?:16|24|32|64)(?:_?[BL]E)?$|^(?:\w+_)?READ_?U?(?:INT)?_?(?:BE|LE)?_?(?:16|24|32|64)(?:_?(?:BE|LE))?$|^Read(?:Blob|Profile|Property)(?:LSB|MSB)?(?:Signed)?(?:Long|Short|LongLong)$|^EXTRACT_(?:LE_|BE_)?(?:U_)?\w*(?:16|24|32|2|3|4)\w*$/i,
  /** Macros that take a number out of bytes into a variable that they are given by its name: `n2s(p, length)`. */
  unpacks: /^[a-z]{1,3}2[a-z]{1,4}\d?$/,
  length: /(?:len|length|size|sz|bytes|cnt|count|avail|remain(?:ing)?)\d?$|^(?:n|nbytes|l)$/i,
  end: /(?:^|_)(?:end|max|limit|lim|last|stop|eof|tail)\d?$|[a-z]End$/,
  checks: /overflow|check|valid|limit|safe|clamp|exceed|too_?(?:big|large|long)|_mul(?:t|tiply)?$|^(?:min|max)/i,
  absolute: /abs$/,
  counts:
    /^(?:n|num|nr|number|count|cnt|nb|total)$|^(?:n|nr|nb|num|number|count)_?[a-z]\w*s$|(?:_|[a-z])(?:count|cnt|num|Count|Num)$/,
  measures: /^(?:size|length|count)$/,
  elements: /^(?:ARRAY_?SIZE|ARRAY_?LEN(?:GTH)?|G_N_ELEMENTS|nitems|NELEMS?|N_ELEMENTS|countof|_countof)$/i,
  contents: /^(?:data|buf|buffer|ptr|val|value|base|bytes|content|contents|payload|body|p|start)$/,
  extents: /^(?:len|length|size|sz|nbytes|bytes|datalen|data_len|buflen|bufsize)$/,
  texts: /^(?:s|str|text|name|line|string|cp|path|format|fmt|spec|word|label)\d?$/,
  constants: /^[A-Z][A-Z0-9_]*$/,
  /** `CURLE_OUT_OF_MEMORY`, `MOSQ_ERR_INVAL`. */
  failures:
    /(?:^|_)(?:ERR(?:OR)?|FAIL(?:ED|URE)?|BAD|MALFORM(?:ED|AT)|INVAL(?:ID)?|NO_?MEM(?:ORY)?|OUT_OF_MEM(?:ORY)?|FATAL|ABORT(?:ED)?|DENIED|TIMEOUT|TOO_(?:BIG|LARGE|LONG|SMALL)|NOT_FOUND|UNSUPPORTED|OVERFLOW)(?:_|$)/,
  successes: /_(?:OK|NO_?ERR(?:OR)?|ERR_SUCCESS)$/,
  signed: /signed|profile|(?:^|_)(?:read|get)_?(?:s|i|int)\d/i,
  /** `xrand`, `rand_u64`, `get_random_u32`. */
  random: /(?:^|_)x?rand(?:om)?(?:_?u?(?:int)?(?:8|16|32|64|long))?$/i,
};

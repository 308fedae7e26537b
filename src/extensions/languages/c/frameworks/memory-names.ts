import type { MemoryTable } from '#engine/analysis/memory/memory-table.ts';

/** What projects call their own functions that do something to memory. */
export const NAMES: MemoryTable['names'] = {
  /** `png_malloc`, `kvzalloc`, `str_dup`. */
  allocates:
    /(?:^|_)[kvzd]*(?:m|c|z|re)?alloc(?:_(?:array|node|zero|buffer|mem))?$|(?:^|_)(?:str|mem|kstr|kmem)n?dup$/i,
  neverFails:
    /^(?:x|g_|e[mcr]|safe|must|check|ensure|pool|apr_|talloc|tal_|palloc|MemoryContext|p[cm]?alloc|st_|zend_|q?emu|qemu_|git__|ap_)|or_die|nofail|_x$/i,
  /** `free_list`, `skb_free`, `node_destroy`. */
  releases:
    /(?:^|_)(?:k|kv|v|z)?free(?:_(?:list|node|all|ctx|context|buf|buffer|mem|data|skb|entry|item|req|state))?$|(?:^|_)(?:destroy|dealloc)$/i,
  looks: /^_*(?:print|log|show|dump|display|debug|trace|warn|error|puts?(?:$|_|[A-Z]))/i,
  absolute: /abs$/,
};

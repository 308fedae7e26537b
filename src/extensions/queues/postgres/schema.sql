-- Where the migrations lead. Written by real-server.test.ts; do not edit.

create table seccode.eval_cell (
  run_id text not null,
  cell_id text not null,
  cell text not null,
  constraint eval_cell_pkey PRIMARY KEY (run_id, cell_id),
  constraint eval_cell_run_id_fkey FOREIGN KEY (run_id) REFERENCES eval_run(run_id) ON DELETE CASCADE
);

create table seccode.eval_claim (
  run_id text not null,
  cell_id text not null,
  job_id uuid not null,
  worker_id bigint not null,
  claimed_at timestamp with time zone not null default now(),
  constraint eval_claim_pkey PRIMARY KEY (run_id, cell_id),
  constraint eval_claim_run_id_cell_id_fkey FOREIGN KEY (run_id, cell_id) REFERENCES eval_cell(run_id, cell_id) ON DELETE CASCADE,
  constraint eval_claim_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES eval_worker(worker_id)
);

create table seccode.eval_result (
  run_id text not null,
  cell_id text not null,
  result text not null,
  has_error boolean not null,
  tokens bigint not null,
  cost_micro_usd double precision,
  kept_at timestamp with time zone not null default now(),
  constraint eval_result_pkey PRIMARY KEY (run_id, cell_id),
  constraint eval_result_run_id_cell_id_fkey FOREIGN KEY (run_id, cell_id) REFERENCES eval_cell(run_id, cell_id) ON DELETE CASCADE
);

create table seccode.eval_run (
  run_id text not null,
  started_at_ms bigint not null,
  plan text not null,
  total integer,
  constraint eval_run_pkey PRIMARY KEY (run_id)
);

create table seccode.eval_worker (
  worker_id bigint not null generated always as identity,
  client text not null default COALESCE(host(inet_client_addr()), 'local'::text),
  lease interval not null,
  seen_at timestamp with time zone not null default now(),
  steady_since timestamp with time zone not null default '-infinity'::timestamp with time zone,
  constraint eval_worker_pkey PRIMARY KEY (worker_id)
);

create table seccode.migration (
  version integer not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (version)
);

CREATE INDEX eval_claim_worker ON seccode.eval_claim USING btree (worker_id);

import type { SessionEvent, StoredEvent } from '#core/session-event.ts';
import type { Effect } from './effect.ts';
import { type Transition, transition } from './machine.ts';
import type { Panel } from './panel.ts';
import type { SessionServices } from './services.ts';
import { initialState, type SessionState } from './state.ts';

/**
 * The session's log and state together: an event is durable before the state shows it, and the state shows it before
 * anything is done about it.
 */
export class Journal {
  readonly panel: Panel;
  readonly #services: Pick<SessionServices, 'log' | 'onEvent'>;
  #last: Transition = { state: initialState, effects: [] };

  constructor(services: Pick<SessionServices, 'log' | 'onEvent'>, panel: Panel) {
    this.#services = services;
    this.panel = panel;
    for (const { event } of services.log.events) this.#fold(event);
  }

  get state(): SessionState {
    return this.#last.state;
  }

  /** What has to be done next. */
  get effects(): readonly Effect[] {
    return this.#last.effects;
  }

  get events(): readonly StoredEvent[] {
    return this.#services.log.events;
  }

  async append(event: SessionEvent): Promise<void> {
    const stored = await this.#services.log.append(event);
    this.#fold(event);
    this.#services.onEvent?.(stored, this.state);
  }

  #fold(event: SessionEvent): void {
    this.#last = transition(this.state, event, this.panel);
  }
}

import { todayIn } from '$lib/shared/dates';
import { core } from './core';
import type { Session, Standing } from './wire';

/** How the program stands, for every screen: who is at work, on what, and for which day. */
class Program {
  standing = $state.raw<Standing | null>(null);
  /** The day the look-ups answer for, where it is not today. */
  otherDay = $state<string | null>(null);
  /** Whether the demonstration was locked, which closes it: it has no passphrase. */
  demonstrationClosed = $state(false);
  /** The civil date in Scotland. */
  today = $state(todayIn('Europe/London'));
  #unsaved = new Set<() => Promise<unknown>>();

  /** The session, while someone is at work. */
  get session(): Session | null {
    return this.standing?.state === 'open' ? this.standing.session : null;
  }

  /** The day the law is asked for. */
  get asAt(): string {
    return this.otherDay ?? this.today;
  }

  /** The council whose services count as here, by GSS code. */
  get council(): string | null {
    return this.session?.profile.council ?? null;
  }

  /** Names a save to run before the store is locked; gives the function that withdraws it. */
  beforeLeaving(save: () => Promise<unknown>): () => void {
    this.#unsaved.add(save);
    return () => {
      this.#unsaved.delete(save);
    };
  }

  async start(): Promise<void> {
    this.standing = await core.standing();
  }

  open(session: Session): void {
    this.refreshDay();
    this.demonstrationClosed = false;
    this.standing = { state: 'open', session };
  }

  /** Takes everything from the screen. */
  async lock(): Promise<void> {
    const demonstration = this.session?.demonstration ?? false;
    await this.#saveAll();
    const standing = await core.lock();
    this.otherDay = null;
    this.demonstrationClosed = demonstration;
    this.standing = standing;
  }

  /** Goes on from the demonstration that was closed, to set-up or to one's own work. */
  leaveClosed(): void {
    this.demonstrationClosed = false;
  }

  async leaveDemonstration(erase: boolean): Promise<void> {
    if (!erase) await this.#saveAll();
    const standing = await core.leaveDemonstration(erase);
    this.otherDay = null;
    this.standing = standing;
  }

  refreshDay(): void {
    this.today = todayIn('Europe/London');
  }

  /** Saves what every screen still holds, and waits no longer than two seconds for it. */
  async #saveAll(): Promise<void> {
    const all = Promise.allSettled([...this.#unsaved].map((save) => save()));
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 2000))]);
  }
}

export const program = new Program();

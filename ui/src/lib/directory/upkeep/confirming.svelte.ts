import { core, type ChangeId, type ServiceId } from '$lib/core';

/** The ways in which an entry is checked. */
export const ways = [
  { value: 'By telephone', label: 'By telephone' },
  { value: 'By e-mail', label: 'By e-mail' },
  { value: 'By a visit', label: 'By a visit' },
  { value: 'At a meeting', label: 'At a meeting' },
] as const;

/** How entries are checked: the way used last is kept while the window is open. */
class Confirming {
  way = $state<string>(ways[0].value);

  /** Notes that entries were checked in the way used last, and with which post where that is said. */
  confirm(ids: readonly ServiceId[], post = ''): Promise<ChangeId[]> {
    const whom = post.trim();
    return core.confirmServices({
      ids: [...ids],
      how: whom ? `${this.way}, with ${whom}` : this.way,
    });
  }

  /** Takes confirmations back, the last first. */
  async takeBack(changes: readonly ChangeId[]): Promise<void> {
    for (const change of changes.toReversed()) await core.takeBackChange(change);
  }
}

export const confirming = new Confirming();

import { core, Stopped, type ActionRow, type ActionState } from '$lib/core';

/**
 * Sets where an action stands, in the conference it came from. A row holds no id, so that the
 * action is found by what it says; somebody else's save is taken in and the mark tried once more.
 */
export async function markAction(
  row: ActionRow,
  from: ActionState,
  to: ActionState,
): Promise<void> {
  for (const last of [false, true]) {
    const { record } = await core.conferencePage(row.conference);
    const { conference } = record;
    const at = conference.actions.findIndex(
      ({ what, owner, due, state }) =>
        state === from && what === row.what && owner === row.owner && due === row.due,
    );
    if (at < 0) throw new Stopped({ code: 'not-found' });
    const actions = conference.actions.map((action, place) =>
      place === at ? { ...action, state: to } : action,
    );
    const saved = await core.saveConference({ ...record, conference: { ...conference, actions } });
    if (saved.outcome === 'done') return;
    if (last) throw new Stopped({ code: 'store-unavailable' });
  }
}

import { counted } from '$lib/shared/counts';
import type { ReportSource } from './for-report.svelte';
import type { LookUp } from './look-up.svelte';

/** Gives what may be put into a report from where one stands, what one is looking at first. */
export function reportSources(lookUp: LookUp, looking: ReportSource['id']): ReportSource[] {
  const { search, comparing, proposal } = lookUp;
  const parts = proposal.parts.map(({ option }) => option);
  const chosen = search.chosen === null ? [] : [search.chosen];
  const sources = [
    { id: 'chosen', label: chosen.map((id) => lookUp.nameOf(id)).join(''), ids: chosen },
    {
      id: 'marked',
      label: `${counted(comparing.marked.length, 'option')} marked to compare`,
      ids: comparing.marked,
    },
    { id: 'proposal', label: `${counted(parts.length, 'part')} of the proposal`, ids: parts },
  ].filter(({ ids }) => ids.length > 0);
  const first = sources.filter(({ id }) => id === looking);
  const others = sources.filter(({ id }) => id !== looking);
  return [...first, ...others].map(({ id, label, ids }) => ({
    id,
    label,
    options: ids.map((option) => lookUp.forReport(option)),
  }));
}

/** The kinds of meeting one may convene. The edition holds one; no command lists them yet. */
export const kinds = [
  {
    id: 'cpo-review-meeting',
    name: 'Community payback order review: three-way meeting and departmental review',
  },
] as const;

//! How far a word that was typed is from a word, or from the beginning of one, by the slips that
//! fingers make.

/// A word that was typed, ready to be held against many.
pub(crate) struct Slip {
    typed: Vec<char>,
    most: usize,
    word: Vec<char>,
    rows: [Vec<usize>; 3],
}

/// How near a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Near {
    /// How many slips lie between.
    pub slips: usize,
    /// Whether only the beginning of the word is so near.
    pub beginning_only: bool,
}

/// How many slips a word of so many letters may have. A short word with a slip is another word.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        7.. => 2,
    }
}

impl Slip {
    /// A typed word; none where it is too short to have a slip in it.
    pub(crate) fn of(typed: &str) -> Option<Self> {
        let typed: Vec<char> = typed.chars().collect();
        let most = allowed(typed.len());
        (most > 0).then(|| Self {
            typed,
            most,
            word: Vec::new(),
            rows: [Vec::new(), Vec::new(), Vec::new()],
        })
    }

    /// How near a word is: letters left out, put in, mistaken, or changed places, each counting one.
    /// None where it is further than a word of this length may be.
    pub(crate) fn nearness(&mut self, word: &str) -> Option<Near> {
        let longest = self.typed.len() + self.most;
        self.word.clear();
        let mut letters = word.chars();
        self.word.extend(letters.by_ref().take(longest));
        let cut = letters.next().is_some();
        if self.word.len() + self.most < self.typed.len() {
            return None;
        }
        let [two_back, before, row] = &mut self.rows;
        row.clear();
        row.extend(0..=self.word.len());
        let mut previous = None;
        for letter in self.typed.iter().copied() {
            std::mem::swap(two_back, before);
            std::mem::swap(before, row);
            next_row(row, before, two_back, (letter, previous), &self.word);
            if row.iter().min().is_none_or(|least| *least > self.most) {
                return None;
            }
            previous = Some(letter);
        }
        let whole = row.last().copied().filter(|_| !cut);
        let beginning = row.iter().min().copied()?;
        let slips = whole.map_or(beginning, |whole| whole.min(beginning));
        (slips <= self.most).then_some(Near {
            slips,
            beginning_only: whole != Some(slips),
        })
    }
}

/// Writes the row after `before`, itself after `two_back`, for a letter and the one before it.
fn next_row(
    row: &mut Vec<usize>,
    before: &[usize],
    two_back: &[usize],
    (letter, previous): (char, Option<char>),
    word: &[char],
) {
    row.clear();
    let mut left = before.first().map_or(0, |first| first + 1);
    row.push(left);
    let mut earlier = None;
    let above = before.iter().skip(1);
    for (at, ((target, corner), above)) in word.iter().zip(before).zip(above).enumerate() {
        let mistaken = corner + usize::from(letter != *target);
        left = mistaken.min(left + 1).min(above + 1);
        let swapped = previous == Some(*target) && earlier == Some(letter);
        if let Some(two_back) = at.checked_sub(1).and_then(|at| two_back.get(at))
            && swapped
        {
            left = left.min(two_back + 1);
        }
        earlier = Some(*target);
        row.push(left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(typed: &str, word: &str) -> Option<(usize, bool)> {
        let near = Slip::of(typed)?.nearness(word)?;
        Some((near.slips, near.beginning_only))
    }

    #[test]
    fn a_slip_of_each_sort_counts_one() {
        for slip in [
            "superised",
            "supervissed",
            "supervosed",
            "suepervised",
            "supevrised",
        ] {
            assert_eq!(slips(slip, "supervised"), Some((1, false)), "{slip}");
        }
        assert_eq!(slips("supvised", "supervised"), Some((2, false)));
        assert_eq!(slips("housing", "housing"), Some((0, false)));
    }

    #[test]
    fn the_beginning_of_a_word_may_have_a_slip_before_the_word_is_whole() {
        assert_eq!(slips("supvis", "supervised"), None);
        assert_eq!(slips("suprevi", "supervised"), Some((1, true)));
        assert_eq!(slips("accomod", "accommodation"), Some((1, true)));
    }

    #[test]
    fn a_short_word_has_no_slip_and_a_long_one_at_most_two() {
        assert_eq!(slips("tag", "tap"), None);
        assert_eq!(slips("smakc", "smack"), Some((1, false)));
        assert_eq!(slips("flot", "cart"), None);
        assert_eq!(slips("xxxployment", "employment"), None);
    }
}

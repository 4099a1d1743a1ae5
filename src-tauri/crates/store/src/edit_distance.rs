//! How far one word is from another, by the slips that fingers make.

/// How far apart two words are, up to `most`: letters left out, put in, mistaken, or changed places.
///
/// A slip and then another at the same place count as the sum of both (the optimal string
/// alignment distance), which for two slips is all that matters.
pub(crate) fn distance(from: &str, to: &str, most: usize) -> Option<usize> {
    let from: Vec<char> = from.chars().collect();
    let to: Vec<char> = to.chars().collect();
    if from.len().abs_diff(to.len()) > most {
        return None;
    }
    let last = last_row(&from, &to, most)?;
    last.last().copied().filter(|distance| *distance <= most)
}

/// Gives the distances from the whole of `from` to each beginning of `to`; none once all are too far.
fn last_row(from: &[char], to: &[char], most: usize) -> Option<Vec<usize>> {
    let mut before = Vec::new();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    let mut previous = None;
    for letter in from {
        let next = next_row(&row, &before, (*letter, previous), to);
        if next.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        previous = Some(*letter);
        before = std::mem::replace(&mut row, next);
    }
    Some(row)
}

/// Gives the row after `row`, itself after `before`, for a letter and the one before it.
fn next_row(
    row: &[usize],
    before: &[usize],
    (letter, previous): (char, Option<char>),
    to: &[char],
) -> Vec<usize> {
    let mut next = Vec::with_capacity(row.len());
    let mut left = row.first().map_or(0, |first| first + 1);
    next.push(left);
    let mut earlier = None;
    for (at, ((target, corner), above)) in to.iter().zip(row).zip(row.iter().skip(1)).enumerate() {
        let mistaken = corner + usize::from(letter != *target);
        left = mistaken.min(left + 1).min(above + 1);
        let swapped = previous == Some(*target) && earlier == Some(letter);
        if let Some(two_back) = at.checked_sub(1).and_then(|at| before.get(at))
            && swapped
        {
            left = left.min(two_back + 1);
        }
        earlier = Some(*target);
        next.push(left);
    }
    next
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slip_of_each_sort_counts_one() {
        for slip in [
            "superised",
            "supervissed",
            "supervosed",
            "suepervised",
            "supevrised",
        ] {
            assert_eq!(distance(slip, "supervised", 2), Some(1), "{slip}");
        }
        assert_eq!(distance("supvised", "supervised", 2), Some(2));
        assert_eq!(distance("bail", "bail", 2), Some(0));
        assert_eq!(distance("tag", "bail", 2), None);
        assert_eq!(distance("", "ab", 2), Some(2));
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways(a in "[abc]{0,6}", b in "[abc]{0,6}") {
            prop_assert_eq!(distance(&a, &b, 6), distance(&b, &a, 6));
            prop_assert_eq!(distance(&a, &b, 6) == Some(0), a == b);
        }

        #[test]
        fn a_lower_bound_hides_nothing_nearer(a in "[abc]{0,6}", b in "[abc]{0,6}") {
            prop_assert_eq!(distance(&a, &b, 2), distance(&a, &b, 9).filter(|d| *d <= 2));
        }
    }
}

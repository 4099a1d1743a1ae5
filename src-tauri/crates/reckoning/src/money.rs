//! Sums as they stand in a working, always with their pence.

use law::Amount;

/// `£1,300.00`.
pub(crate) fn with_pence(sum: Amount) -> String {
    let written = sum.to_string();
    if sum == Amount::UNLIMITED || written.contains('.') {
        written
    } else {
        written + ".00"
    }
}

/// The sums added together; nothing where one has no limit or they pass all counting.
pub(crate) fn total(sums: &[Amount]) -> Option<Amount> {
    let mut pence: u64 = 0;
    for sum in sums.iter().filter(|sum| **sum != Amount::UNLIMITED) {
        pence = pence.checked_add(sum.in_pence())?;
    }
    let counted = !sums.contains(&Amount::UNLIMITED) && pence < LARGEST;
    counted.then_some(Amount::pence(pence))
}

/// Far above any fine, and small enough to multiply.
const LARGEST: u64 = 100_000_000_000_000;

/// `£300.00 + £350.00 = £650.00`; a single sum stands alone.
pub(crate) fn added_up(sums: &[Amount], total: Amount) -> String {
    let parts: Vec<String> = sums.iter().map(|sum| with_pence(*sum)).collect();
    if parts.len() < 2 {
        return with_pence(total);
    }
    format!("{} = {}", parts.join(" + "), with_pence(total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_added_in_pence() {
        let fines = [Amount::pounds(300), Amount::pence(35_005)];
        let sum = total(&fines).unwrap();

        assert_eq!(added_up(&fines, sum), "£300.00 + £350.05 = £650.05");
        assert_eq!(with_pence(Amount::pounds(12_000)), "£12,000.00");
    }

    #[test]
    fn what_has_no_limit_is_not_added() {
        assert!(total(&[Amount::pounds(1), Amount::UNLIMITED]).is_none());
        assert!(total(&[Amount::pence(u64::MAX - 1), Amount::pounds(9)]).is_none());
    }
}

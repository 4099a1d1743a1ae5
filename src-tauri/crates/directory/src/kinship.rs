//! Which entry is the family of which, by their places: at every key each delivery that answers is
//! held against its family, and its name is not looked up again each time.

use crate::Register;
use crate::marks::Marks;

/// The families and their deliveries. It is of one state of the register, and made again after a
/// change.
#[derive(Clone, Debug)]
pub(crate) struct Kinship {
    /// By the place of a delivery, that of its family; [`NONE`] where it has none here.
    family_of: Vec<u32>,
    /// By place: whether deliveries name the entry as their family.
    is_family: Vec<bool>,
}

const NONE: u32 = u32::MAX;

impl Kinship {
    /// The families of a register.
    pub(crate) fn of(register: &Register) -> Self {
        let places = register.entries().len();
        let mut is_family = vec![false; places];
        let family_of = (0..places).map(|at| {
            let family = family(register, at);
            if let Some(held) = family.and_then(|family| is_family.get_mut(family)) {
                *held = true;
            }
            family.and_then(|family| u32::try_from(family).ok())
        });
        let family_of = family_of.map(|family| family.unwrap_or(NONE)).collect();
        Self {
            family_of,
            is_family,
        }
    }

    /// The place of the family of the entry at a place.
    pub(crate) fn family_of(&self, place: usize) -> Option<usize> {
        let family = self.family_of.get(place).copied();
        let family = family.filter(|family| *family != NONE)?;
        usize::try_from(family).ok()
    }

    /// Whether the entry at a place has deliveries.
    pub(crate) fn is_family(&self, place: usize) -> bool {
        self.is_family.get(place).copied().unwrap_or(false)
    }
}

fn family(register: &Register, place: usize) -> Option<usize> {
    let (entry, _) = register
        .at(place)
        .filter(|(_, marks): &(_, &Marks)| marks.is_delivery())?;
    register.place(entry.service.parent.as_ref()?)
}

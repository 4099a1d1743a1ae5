//! Where a service of a row is: the councils, and whose law.

use directory::{Area, CouncilId};

use super::RowReader;
use crate::faults::shown;
use crate::known::is_foreign_code;

impl RowReader<'_> {
    pub(super) fn jurisdiction(&mut self, area: &Area) -> String {
        let Some(text) = self.optional("jurisdiction") else {
            return match area {
                Area::National | Area::Councils { .. } => "Scotland".to_owned(),
                Area::Elsewhere { .. } => String::new(),
            };
        };
        if text != "Scotland" && text != "England and Wales" {
            let says = format!(
                "\"{}\" is not a jurisdiction of the directory.",
                shown(&text)
            );
            let offers = "Scotland, or England and Wales.".to_owned();
            self.fault_offering("jurisdiction", says, Some(offers));
        }
        text
    }

    pub(super) fn area(&mut self) -> Area {
        if let Some(says) = self.text("areas_served").strip_prefix("elsewhere:") {
            return Area::Elsewhere {
                says: says.trim().to_owned(),
            };
        }
        let parts = self.list("areas_served");
        if parts.iter().any(|part| part == "national") {
            if parts.len() > 1 {
                self.fault(
                    "areas_served",
                    "\"national\" is every council: nothing stands beside it.",
                );
            }
            return Area::National;
        }
        let mut councils: Vec<CouncilId> = Vec::new();
        let mut elsewhere: Vec<String> = Vec::new();
        for part in parts {
            if let Some(council) = self.known.council(&part) {
                if !councils.contains(council) {
                    councils.push(council.clone());
                }
            } else if let Some(council) = self.known.successor(&part) {
                let name = self
                    .known
                    .register
                    .council(council)
                    .map(|found| found.name.clone());
                let says = format!("{part} is a code that was withdrawn.");
                let offers = format!("{}, {}", council.0, name.unwrap_or_default());
                self.fault_offering("areas_served", says, Some(offers));
            } else if is_foreign_code(&part) {
                elsewhere.push(part);
            } else {
                let says = format!(
                    "\"{}\" is not the code or the name of a council.",
                    shown(&part)
                );
                self.fault("areas_served", says);
            }
        }
        match (councils.is_empty(), elsewhere.is_empty()) {
            (false, true) => Area::Councils { councils },
            (false, false) => {
                self.fault(
                    "areas_served",
                    "Councils of Scotland and places outside it stand together.",
                );
                Area::Councils { councils }
            }
            (true, _) => Area::Elsewhere {
                says: elsewhere.join(", "),
            },
        }
    }
}

//! What was kept, without what is not to go out of it, and with the ids that go out.

use serde_json::Value;

use super::{One, changed};
use crate::carried::groups::ACCESS;
use crate::carried::people::{clean, without_people};
use crate::carried::{Parts, rename};

impl One<'_> {
    pub(super) fn without_people(&mut self, parts: Parts) -> Parts {
        if self.all.manner.contacts {
            return parts;
        }
        self.torn = clean(&parts.instead, false).torn;
        let (instead, some) = without_people(&parts.instead);
        let (beside, more) = without_people(&parts.beside);
        if some || more {
            self.say(
                "What a feed told of people and of how to reach them is left out: it goes out only \
                 when a person chooses it",
            );
        }
        Parts {
            instead,
            beside,
            ..parts
        }
    }

    /// The parts name the service by the id that it goes out with.
    pub(super) fn with_our_id(&self, mut parts: Parts) -> Parts {
        let ours = self.id();
        for object in [&mut parts.instead, &mut parts.beside] {
            for value in object.values_mut() {
                rename(value, &parts.of, &ours);
            }
        }
        parts
    }

    /// Places say nothing of access once it was changed here.
    pub(super) fn without_old_access(&mut self, mut parts: Parts) -> Parts {
        let stood = parts.stood.get(ACCESS.name);
        if stood.is_none_or(|mark| *mark == ACCESS.mark(&self.entry.service)) {
            return parts;
        }
        let mut taken = false;
        for object in [&mut parts.instead, &mut parts.beside] {
            let places = object.get_mut("service_at_locations");
            let places = places.and_then(Value::as_array_mut);
            for place in places.into_iter().flatten() {
                let location = place.get_mut("location").and_then(Value::as_object_mut);
                taken |= location.is_some_and(|location| location.remove(ACCESS.name).is_some());
            }
        }
        if taken {
            self.say(changed(&ACCESS));
        }
        parts
    }
}

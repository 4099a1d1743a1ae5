//! The contact of a service, which goes out only where a person chose it.

use serde_json::Value;

use super::{Object, Writing, put, put_list};
use crate::contact_words::{addresses, numbers};

impl Writing<'_> {
    /// The contact, whole, as the title of one contact: it names a post, and a name is a person's.
    /// An address and the numbers in it are given once more for programs to use. The UK profile has
    /// the address of the service for that, and nothing for a number.
    pub(super) fn put_contact(&self, out: &mut Object) {
        let Some(text) = self
            .of()
            .contact
            .as_deref()
            .filter(|_| self.manner.contacts)
        else {
            return;
        };
        let mut contact = self.part_of("contact");
        put(&mut contact, "title", text);
        let address = addresses(text).first().copied().unwrap_or_default();
        if self.manner.uk {
            put(out, "email", address);
        } else {
            put(&mut contact, "email", address);
            put_list(&mut contact, "phones", self.phones(text));
        }
        put_list(out, "contacts", vec![Value::Object(contact)]);
    }

    fn phones(&self, text: &str) -> Vec<Value> {
        let each = numbers(text).into_iter().map(|number| {
            let mut phone = Object::new();
            put(&mut phone, "id", &self.id_of(&format!("phone/{number}")));
            put(&mut phone, "contact_id", &self.id_of("contact"));
            put(&mut phone, "number", number);
            Value::Object(phone)
        });
        each.collect()
    }
}

//! Who runs services.

use law::Checked;
use serde::{Deserialize, Serialize};

use crate::service::Area;

/// An organisation's id, such as `org-sacro`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct OrganisationId(pub String);

/// A body that runs, funds or oversees services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// What kind of body it is.
    pub kind: String,
    /// Where it works.
    pub area: Area,
    /// Its public address on the web.
    pub website: Option<String>,
    /// Where the facts were taken from.
    pub source: Option<String>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// Whether the facts were checked.
    pub checked: Checked,
}

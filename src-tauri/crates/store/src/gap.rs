//! "Nothing suitable", as it was noted.

use casework::UserId;
use chrono::NaiveDate;
use directory::{CouncilId, Gap, GapId, Provision};
use law::OptionId;
use rusqlite::{Row, named_params};
use uuid::Uuid;

use crate::audit::append;
use crate::columns::{Columns, unreadable};
use crate::{AuditEntry, Error, Store};

/// Which gaps are asked for. What is left out keeps nothing out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GapFilter {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// Only gaps in this council.
    pub council: Option<CouncilId>,
    /// Only gaps of this need.
    pub need: Option<String>,
}

impl Store {
    /// Notes a gap.
    pub fn put_gap(&mut self, gap: &Gap, user: UserId, audit: &AuditEntry) -> Result<(), Error> {
        self.write(|tx| {
            let mut statement = tx.prepare_cached(
                "INSERT INTO gap
                   (id, need, council, provision, option, wanted, day, record, by_user)
                 VALUES (:id, :need, :council, :provision, :option, :wanted, :day, :record, :by)",
            )?;
            statement.execute(named_params! {
                ":id": gap.id.0.to_string(),
                ":need": gap.need,
                ":council": gap.council.0,
                ":provision": name_of(gap.provision),
                ":option": gap.option.as_ref().map(|option| &option.0),
                ":wanted": gap.wanted,
                ":day": gap.on.to_string(),
                ":record": gap.record.map(|record| record.to_string()),
                ":by": user.to_string(),
            })?;
            append(tx, audit)
        })
    }

    /// Gives the gaps that answer a filter, the newest first.
    pub fn gaps(&self, filter: &GapFilter) -> Result<Vec<Gap>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT id, need, council, provision, option, wanted, day, record FROM gap
                 WHERE (:from IS NULL OR day >= :from) AND (:until IS NULL OR day <= :until)
                   AND (:council IS NULL OR council = :council)
                   AND (:need IS NULL OR need = :need)
                 ORDER BY day DESC, id DESC",
            )?;
            let params = named_params! {
                ":from": filter.from.map(|day| day.to_string()),
                ":until": filter.until.map(|day| day.to_string()),
                ":council": filter.council.as_ref().map(|council| &council.0),
                ":need": filter.need,
            };
            let gaps = statement.query_map(params, from_row)?;
            Ok(gaps.collect::<Result<_, _>>()?)
        })
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Gap> {
    let provision: String = row.get("provision")?;
    let day: String = row.get("day")?;
    let record: Option<String> = row.get("record")?;
    Ok(Gap {
        id: GapId(row.uuid("id")?),
        need: row.get("need")?,
        council: CouncilId(row.get("council")?),
        provision: named(&provision).ok_or_else(|| unreadable(Error::Damaged))?,
        option: row.get::<_, Option<String>>("option")?.map(OptionId),
        wanted: row.get("wanted")?,
        on: day.parse().map_err(unreadable::<chrono::ParseError>)?,
        record: record
            .map(|record| Uuid::parse_str(&record).map_err(unreadable))
            .transpose()?,
    })
}

fn name_of(provision: Provision) -> &'static str {
    match provision {
        Provision::Specialist => "specialist",
        Provision::Universal => "universal",
    }
}

fn named(name: &str) -> Option<Provision> {
    let all = [Provision::Specialist, Provision::Universal];
    all.into_iter()
        .find(|provision| name_of(*provision) == name)
}

//! The tile map: how each council is covered by what a question leaves.

use std::collections::BTreeMap;

use crate::families::Families;
use crate::filter::{Fails, Filter};
use crate::{
    Area, Assurance, Council, CouncilId, Cover, DirectorySearch, Gap, Intake, Register, Service,
    ServiceState, Tile, TileMap, typed,
};

impl Register {
    /// Coverage by council of what a question leaves, whatever place it asks for: the map shows
    /// every place. Only what runs, or may run, covers anything. `gaps` are those that were noted.
    pub fn tile_map(&self, search: &DirectorySearch, gaps: &[Gap]) -> TileMap {
        let search = DirectorySearch {
            court: None,
            council: None,
            ..search.clone()
        };
        let filter = Filter::new(self, &search);
        let places = self.entries().len();
        let weights = typed::weigh(&search.words, self.words(), self.everyday(), places);
        let tried = self.try_all(&filter, weights.as_deref());
        let families = Families::new(self, &tried);
        let mut counts: BTreeMap<&CouncilId, Counts> = BTreeMap::new();
        let mut everywhere = 0;
        for one in tried.iter().filter(|one| one.fails == Fails::NONE) {
            let Some((entry, _)) = self.at(one.place) else {
                continue;
            };
            let service = &entry.service;
            if !may_run(service) {
                continue;
            }
            let delivered = |council: &CouncilId| {
                families.any_delivery(one.place, |delivery| {
                    let entry = self.at(delivery.place).map(|(entry, _)| &entry.service);
                    delivery.fails.but_for(Fails::PERSON)
                        && entry.is_some_and(|d| may_run(d) && is_local(d, council))
                })
            };
            let has_deliveries = self.deliveries(&service.id).next().is_some();
            match &service.area {
                Area::National if !has_deliveries => everywhere += 1,
                Area::National => {
                    for council in self.councils().iter().filter(|c| !delivered(&c.id)) {
                        counts.entry(&council.id).or_default().national += 1;
                    }
                }
                Area::Councils { councils } if has_deliveries => {
                    for council in councils.iter().filter(|id| !delivered(id)) {
                        counts.entry(council).or_default().national += 1;
                    }
                }
                Area::Councils { councils } => {
                    let state = self.assurance_of(service, search.as_at);
                    for council in councils {
                        let counts = counts.entry(council).or_default();
                        counts.add(service.referrals.intake, state == Assurance::Fresh);
                    }
                }
                Area::Elsewhere { .. } => {}
            }
        }
        for gap in gaps.iter().filter(|gap| is_asked(gap, &search)) {
            counts.entry(&gap.council).or_default().gaps += 1;
        }
        let mut councils: Vec<&Council> = self.councils().iter().collect();
        councils.sort_by(|a, b| a.name.cmp(&b.name));
        let tiles = councils.into_iter().map(|council| {
            let counted = counts.get(&council.id).copied().unwrap_or_default();
            counted.tile(council, everywhere)
        });
        TileMap {
            tiles: tiles.collect(),
            filter: self.filter_in_words(&search),
        }
    }
}

fn may_run(service: &Service) -> bool {
    matches!(service.state, ServiceState::Current | ServiceState::Unknown)
}

fn is_local(service: &Service, council: &CouncilId) -> bool {
    service.area != Area::National && service.area.takes_in(council)
}

/// Whether a gap is of the need and the option that are asked for.
fn is_asked(gap: &Gap, search: &DirectorySearch) -> bool {
    let need = search.need.as_ref().is_none_or(|need| gap.need == *need);
    let option = search.option.as_ref();
    need && option.is_none_or(|option| gap.option.as_ref() == Some(option))
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    local: u32,
    taking: u32,
    waiting: u32,
    not_checked: u32,
    fresh_and_taking: u32,
    national: u32,
    gaps: u32,
}

impl Counts {
    fn add(&mut self, intake: Intake, fresh: bool) {
        self.local += 1;
        self.taking += u32::from(intake == Intake::Taking);
        self.waiting += u32::from(intake == Intake::WaitingList);
        self.not_checked += u32::from(!fresh);
        self.fresh_and_taking += u32::from(fresh && intake == Intake::Taking);
    }

    fn cover(self) -> Cover {
        if self.local == 0 {
            Cover::Nothing
        } else if self.fresh_and_taking > 0 {
            Cover::Full
        } else if self.not_checked < self.local {
            Cover::Part
        } else {
            Cover::NotChecked
        }
    }

    fn tile(self, council: &Council, everywhere: u32) -> Tile {
        let letters = council.iso.rsplit('-').next().unwrap_or_default();
        Tile {
            council: council.id.clone(),
            letters: letters.to_owned(),
            name: council.name.clone(),
            column: council.tile_column,
            row: council.tile_row,
            cover: self.cover(),
            local: self.local,
            taking: self.taking,
            waiting: self.waiting,
            not_checked: self.not_checked,
            national: self.national + everywhere,
            gaps: self.gaps,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{DUNDEE, FIFE, ORKNEY, PERTH, a_register, a_service, day, only};
    use crate::{Provision, ServiceId};
    use uuid::Uuid;

    const TODAY: &str = "2026-11-22";

    fn local(id: &str, councils: &[&str], intake: Intake, confirmed: Option<&str>) -> Service {
        let mut service = a_service(id, id);
        service.area = only(councils);
        service.referrals.intake = intake;
        service.assured_on = confirmed.map(day);
        service
    }

    fn map(
        services: Vec<Service>,
        change: impl Fn(&mut DirectorySearch),
    ) -> BTreeMap<String, Tile> {
        let mut search = DirectorySearch::of_everything(day(TODAY));
        change(&mut search);
        let tiles = a_register(services).tile_map(&search, &[]).tiles;
        tiles
            .into_iter()
            .map(|tile| (tile.council.0.clone(), tile))
            .collect()
    }

    #[test]
    fn a_council_is_covered_by_what_was_confirmed_lately_and_takes_people() {
        let fresh = Some("2026-08-22");
        let old = Some("2026-08-21");
        let tiles = map(
            vec![
                local("a", &[FIFE, PERTH], Intake::WaitingList, fresh),
                local("b", &[FIFE], Intake::Taking, fresh),
                local("c", &[DUNDEE], Intake::Taking, old),
                local("d", &[DUNDEE], Intake::Taking, None),
            ],
            |_| {},
        );

        let cover = |code: &str| tiles[code].cover;
        assert_eq!(cover(FIFE), Cover::Full);
        assert_eq!(cover(PERTH), Cover::Part);
        assert_eq!(cover(DUNDEE), Cover::NotChecked);
        assert_eq!(cover(ORKNEY), Cover::Nothing);
        let fife = &tiles[FIFE];
        assert_eq!(
            (fife.local, fife.taking, fife.waiting, fife.not_checked),
            (2, 1, 1, 0)
        );
        assert_eq!((tiles[DUNDEE].local, tiles[DUNDEE].not_checked), (2, 2));
    }

    #[test]
    fn a_national_programme_is_asked_about_only_where_no_delivery_is_recorded() {
        let mut delivery = local("d", &[FIFE], Intake::NotStated, None);
        delivery.parent = Some(ServiceId("n".into()));

        let tiles = map(vec![a_service("n", "N"), delivery], |_| {});

        assert_eq!((tiles[FIFE].national, tiles[FIFE].local), (0, 1));
        assert_eq!((tiles[PERTH].national, tiles[PERTH].local), (1, 0));
    }

    #[test]
    fn the_map_shows_every_place_and_only_what_runs() {
        let mut ended = local("e", &[FIFE], Intake::Taking, Some(TODAY));
        ended.state = ServiceState::Historical;
        let tiles = map(
            vec![ended, local("p", &[PERTH], Intake::Taking, Some(TODAY))],
            |search| {
                search.council = Some(CouncilId(FIFE.into()));
                search.not_running = true;
            },
        );

        assert_eq!(tiles[FIFE].cover, Cover::Nothing);
        assert_eq!(tiles[PERTH].cover, Cover::Full);
    }

    #[test]
    fn gaps_are_counted_for_the_need_that_is_asked_for() {
        let gap = |need: &str| Gap {
            id: crate::GapId(Uuid::nil()),
            need: need.into(),
            council: CouncilId(FIFE.into()),
            provision: Provision::Universal,
            option: None,
            wanted: None,
            on: day(TODAY),
            record: None,
        };
        let search = DirectorySearch {
            need: Some("O3".into()),
            ..DirectorySearch::of_everything(day(TODAY))
        };

        let map = a_register([]).tile_map(&search, &[gap("O3"), gap("O2"), gap("O3")]);

        let counts: Vec<(&str, u32)> = map
            .tiles
            .iter()
            .map(|t| (t.name.as_str(), t.gaps))
            .collect();
        assert_eq!(counts[..2], [("Dundee City", 0), ("Fife", 2)]);
        assert_eq!(map.filter, "Need: Substance misuse reduced or stabilised.");
    }
}

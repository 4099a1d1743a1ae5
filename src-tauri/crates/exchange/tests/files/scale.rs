//! Twenty thousand rows.

use std::fmt::Write;

use crate::office::office;

/// A table as large as the largest that is asked for.
fn a_large_table(rows: u32) -> String {
    let headings = "id,name,kind,description,provider,provider_org_ids,areas_served,setting,\
        offender_groups,outcomes,elig_sex,elig_age_min,elig_age_max,elig_offence,elig_risk,\
        order_needed,disposal_ids,active_from,active_to,parent_id,state,jurisdiction,source,\
        source_date,unverified_fields,status";
    let mut table = format!("{headings}\r\n");
    for at in 0..rows {
        let council = if at % 2 == 0 {
            "S12000047"
        } else {
            "S12000036;S12000010"
        };
        write!(
            table,
            "big-{at},\"Service, number {at}\",accredited-programme,\"What it involves, in a sentence \
             that is about as long as those of the edition are: some words more, and again some.\",\
             Somebody {},,{council},community,women,O6;O9,female,18,60,theft,medium,yes,\
             cpo-programme;licence,2019,,pg-caledonian-system,current,Scotland,\
             https://example.org/{at},2024-06-27,elig_age,verified\r\n",
            at % 97
        ).unwrap();
    }
    table
}

#[test]
fn twenty_thousand_rows_are_read_without_a_fault() {
    let office = office();
    let table = a_large_table(20_000);
    assert!(table.len() < 10 * 1024 * 1024, "{} bytes", table.len());

    let batch = office.read(table.as_bytes()).unwrap();

    assert_eq!(batch.faults.first(), None);
    assert_eq!(batch.entries.len(), 20_000);
}

#[test]
fn a_file_that_is_wrong_in_every_row_keeps_so_many_faults_and_counts_them_all() {
    let mut table = String::from("name,elig_age_min\n");
    for at in 0..20_000 {
        writeln!(table, "Service {at},old").unwrap();
    }

    let batch = office().read(table.as_bytes()).unwrap();

    assert_eq!((batch.faults.len(), batch.fault_count), (10_000, 20_000));
}

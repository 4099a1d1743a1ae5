//! The tests start themselves as the child: each kind of child is one of [`CHILDREN`].

use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::process;

use super::*;

/// How a child is told what it is to do, after the argument of the harness that takes any text.
const MARK: &str = "child-that-";

type Reading = fn(&[u8], &mut dyn Write) -> io::Result<()>;

const CHILDREN: [(&str, Reading); 7] = [
    ("answers", |request, to| to.write_all(request)),
    ("spins", |_, _| {
        loop {
            std::hint::spin_loop();
        }
    }),
    ("hoards", |_, to| {
        let hoard = vec![1_u8; 256 * 1024 * 1024];
        to.write_all(hoard.get(..1).unwrap_or_default())
    }),
    ("dies", |_, _| process::abort()),
    ("sleeps", |_, _| {
        thread::sleep(Duration::from_mins(1));
        Ok(())
    }),
    ("says-half", |_, to| {
        to.write_all(b"half")?;
        to.flush()?;
        process::exit(1)
    }),
    ("looks-about", |request, to| {
        let port = String::from_utf8_lossy(request).into_owned();
        let file = File::open("/proc/self/status").is_ok();
        let folder = std::fs::read_dir("/").is_ok();
        let network = TcpStream::connect(format!("127.0.0.1:{port}")).is_ok();
        write!(to, "file {file}, folder {folder}, network {network}")
    }),
];

fn errand(child: &str) -> Errand {
    let (_, read) = CHILDREN.iter().find(|(name, _)| *name == child).unwrap();
    Errand {
        argument: "",
        memory: 128 * 1024 * 1024,
        seconds: 1,
        patience: Duration::from_secs(30),
        request: 1024,
        answer: 4096,
        read: *read,
    }
}

/// Does nothing when run as a test; started by another test, it is the child.
#[test]
fn the_child() {
    let arguments = std::env::args();
    let mut wanted = arguments.filter_map(|argument| Some(argument.strip_prefix(MARK)?.to_owned()));
    let Some(child) = wanted.next() else {
        return;
    };
    let served = crate::serve(Some(""), &[errand(&child)]).unwrap();
    process::exit(i32::from(served.is_err()));
}

fn asked(child: &str, errand: &Errand, request: &[u8], stop: bool) -> Result<Vec<u8>, Error> {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "asking::tests::the_child", "--nocapture"]);
    command.args(["--test-threads=1", "--skip", &format!("{MARK}{child}")]);
    ask_by(command, errand, request.to_vec(), &|| stop)
}

#[track_caller]
fn stops(child: &str) {
    let answer = asked(child, &errand(child), b"", false);
    assert!(matches!(answer, Err(Error::Stopped)), "{answer:?}");
}

#[test]
fn a_child_answers_what_it_was_asked() {
    let answer = asked("answers", &errand("answers"), b"a request", false).unwrap();

    assert!(answer.ends_with(b"a request"));
}

#[test]
fn a_child_that_takes_more_processor_time_than_it_may_is_stopped() {
    let begun = Instant::now();

    stops("spins");

    assert!(
        begun.elapsed() < Duration::from_secs(25),
        "by its own limit"
    );
}

#[test]
fn a_child_that_takes_more_memory_than_it_may_is_stopped() {
    stops("hoards");
}

#[test]
fn a_child_that_dies_or_says_half_gives_no_answer() {
    stops("dies");
    stops("says-half");
}

#[test]
fn nobody_waits_for_a_child_without_end() {
    let begun = Instant::now();
    let impatient = Errand {
        patience: Duration::from_millis(200),
        ..errand("sleeps")
    };

    let answer = asked("sleeps", &impatient, b"", false);

    assert!(matches!(answer, Err(Error::Stopped)), "{answer:?}");
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_child_ends_when_its_answer_is_wanted_no_more() {
    let begun = Instant::now();

    let answer = asked("sleeps", &errand("sleeps"), b"", true);

    assert!(matches!(answer, Err(Error::Cancelled)), "{answer:?}");
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_request_and_an_answer_have_their_bounds() {
    let long = vec![b'x'; 2000];
    let request = asked("answers", &errand("answers"), &long, false);
    let brief = Errand {
        answer: 10,
        ..errand("answers")
    };
    let answer = asked("answers", &brief, b"more than ten bytes", false);

    assert!(matches!(request, Err(Error::Stopped)), "{request:?}");
    assert!(matches!(answer, Err(Error::Stopped)), "{answer:?}");
}

#[cfg(unix)]
#[test]
fn a_child_can_open_no_file_and_reach_no_network() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port().to_string();

    let answer = asked(
        "looks-about",
        &errand("looks-about"),
        port.as_bytes(),
        false,
    )
    .unwrap();

    let said = String::from_utf8_lossy(&answer);
    assert!(
        said.ends_with("file false, folder false, network false"),
        "{said}"
    );
}

//! `qoldau key`, `sign`, and the heads of `qoldau verify`: what a device vouches for.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use qoldau_core::journal::{self, DeviceKey, Journal, JournalRead, SignedHead, Verification};
use qoldau_core::language::Language;

use super::Outcome;
use crate::args::To;
use crate::trouble::Trouble;
use crate::{hashes, input, ledger, output, work};

/// The longest file of a key, and of a head, in bytes.
const LONGEST_KEY: u64 = 1 << 16;

/// `qoldau key SECRET --device ID`: the public key of a secret one, which is made where it is not there yet.
pub(super) fn key(file: &Path, device: &str) -> Result<Outcome, Trouble> {
    let secret = if file.exists() { read_secret(file)? } else { make_secret(file)? };
    output::print(&output::json(&journal::key_of(device, &secret))?).map(|()| Outcome::Fine)
}

/// `qoldau sign JOURNAL --device ID --secret FILE`: the end of the device's chain, signed.
pub(super) fn sign(
    file: &Path,
    device: &str,
    secret: &Path,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    input::one_stdin([file, secret])?;
    let JournalRead { journal, findings } = work::journal(file)?;
    output::complain(&ledger::findings(&findings, language));
    let head = journal::sign_head(&journal, device, &read_secret(secret)?)
        .map_err(|error| Trouble::journal(file, &error))?;
    output::write(&output::json(&head)?, to)?;
    Ok(Outcome::of(&findings))
}

/// What signed heads say against a journal, and which ends of chains they vouch for.
pub(super) fn verify(
    verified: &mut Verification,
    journal: &Journal,
    heads: &[PathBuf],
    keys: Option<&Path>,
) -> Result<(), Trouble> {
    let Some(keys) = keys else { return Ok(()) };
    let known: Vec<DeviceKey> = serde_json::from_slice(&input::bytes(keys, LONGEST_KEY)?)
        .map_err(|error| Trouble::keys(keys, &error))?;
    let read = |file: &PathBuf| {
        serde_json::from_slice::<SignedHead>(&input::bytes(file, LONGEST_KEY)?)
            .map_err(|error| Trouble::head(file, &error))
    };
    let heads: Vec<SignedHead> = heads.iter().map(read).collect::<Result<_, _>>()?;
    verified.findings.extend(journal::verify_heads(journal, &heads, &known));
    journal::vouch(verified, journal, &heads, &known);
    Ok(())
}

fn read_secret(file: &Path) -> Result<[u8; 32], Trouble> {
    let bytes = input::bytes(file, LONGEST_KEY)?;
    let text = std::str::from_utf8(&bytes).unwrap_or_default().trim();
    let digit = |at: usize| text.get(at..at.checked_add(2)?).and_then(|two| u8::from_str_radix(two, 16).ok());
    let plain = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let secret: Option<Vec<u8>> = (0..64).step_by(2).map(digit).collect();
    secret.filter(|_| plain).and_then(|secret| secret.try_into().ok()).ok_or_else(|| Trouble::no_secret(file))
}

/// Makes a secret key of the system's random bytes, in a file that only its owner reads and that was not there before.
fn make_secret(file: &Path) -> Result<[u8; 32], Trouble> {
    let told = |error: io::Error| Trouble::writing(file, &error);
    let mut secret = [0_u8; 32];
    getrandom::fill(&mut secret).map_err(|_| told(io::ErrorKind::Other.into()))?;
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut new = options.open(file).map_err(told)?;
    let text = hashes::hexadecimal(&secret) + "\n";
    new.write_all(text.as_bytes()).and_then(|()| new.sync_all()).map_err(told)?;
    Ok(secret)
}

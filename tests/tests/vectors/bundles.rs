//! The calls of bundles and of signed heads.

use qoldau_core::bundle::{BundleError, BundleLimits};
use qoldau_core::facts::FactsLimits;
use qoldau_core::journal::{self, DeviceKey, SignedHead};
use qoldau_core::plan::Plan;
use qoldau_core::whole::{self, JournalForm};
use serde_json::Value;

use super::calls::{Arguments, Fault, not_of_the_type, out};

impl From<BundleError> for Fault {
    fn from(error: BundleError) -> Self {
        Self(error.code().into())
    }
}

/// Carries a call out; nothing where there is no such call here.
pub(super) fn call(name: &str, given: &Arguments<'_>) -> Option<Result<Value, Fault>> {
    let carried_out = match name {
        "readBundle" => read(given),
        "writeBundle" => write(given),
        "deviceKey" | "signHead" | "verifyHeads" => of_heads(name, given),
        _ => return None,
    };
    Some(carried_out)
}

fn read(given: &Arguments<'_>) -> Result<Value, Fault> {
    let form: JournalForm = given.get("form")?;
    let limits: BundleLimits = given.or_default("limits")?;
    out(whole::read_bundle_file(&given.bytes("bytes")?, form, &limits)?)
}

fn write(given: &Arguments<'_>) -> Result<Value, Fault> {
    let (plans, present): (Vec<Plan>, _) = (given.get("plans")?, given.or_default("present")?);
    let limits: FactsLimits = given.or_default("limits")?;
    out(whole::write_bundle_file(&plans, &given.bytes("journal")?, present, &limits)?)
}

fn of_heads(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    if name == "verifyHeads" {
        let (heads, keys): (Vec<SignedHead>, Vec<DeviceKey>) = (given.get("heads")?, given.get("keys")?);
        return out(whole::verify_heads_of(&given.bytes("journal")?, &heads, &keys)?);
    }
    let device: String = given.get("device")?;
    let secret: [u8; 32] = given.bytes("secret")?.try_into().map_err(|_| not_of_the_type())?;
    match name {
        "deviceKey" => out(journal::key_of(&device, &secret)),
        _ => out(whole::sign_head_of(&given.bytes("journal")?, &device, &secret)?),
    }
}

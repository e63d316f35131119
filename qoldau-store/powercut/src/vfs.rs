//! A file system for SQLite that does what the system's does, and notes it.
//!
//! Every function passes its call on to the real one. A file is ours followed by the real one in one piece of memory,
//! which SQLite allocates.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::ptr::{null, null_mut};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

use crate::disk::{self, Event, Files};

/// What is noted of a folder, from [`Watch::over`] until it is dropped.
#[derive(Debug, Clone)]
pub struct Watch {
    noted: Arc<Mutex<Noted>>,
}

#[derive(Debug, Default)]
struct Noted {
    folder: PathBuf,
    events: Vec<Event>,
    /// So many bytes may still be written; nothing where the disk has no end.
    room: Option<usize>,
}

/// The folders that are watched.
static WATCHES: Mutex<Vec<Arc<Mutex<Noted>>>> = Mutex::new(Vec::new());

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Watch {
    /// Notes from now on what is done to files in a folder by connections that are opened from now on.
    ///
    /// # Errors
    /// SQLite takes no file system.
    pub fn over(folder: &Path) -> Result<Self, &'static str> {
        static REGISTERED: OnceLock<c_int> = OnceLock::new();
        if *REGISTERED.get_or_init(register) != ffi::SQLITE_OK {
            return Err("SQLite takes no file system");
        }
        let noted = Arc::new(Mutex::new(Noted { folder: folder.to_owned(), ..Noted::default() }));
        lock(&WATCHES).push(Arc::clone(&noted));
        Ok(Self { noted })
    }

    /// Notes a word of the test.
    pub fn mark(&self, word: &str) {
        lock(&self.noted).events.push(Event::Mark { word: word.to_owned() });
    }

    /// What was noted so far.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        lock(&self.noted).events.clone()
    }

    /// Lets the disk take so many bytes more, or any number.
    pub fn set_room(&self, room: Option<usize>) {
        lock(&self.noted).room = room;
    }

    /// The files as a disk may hold them when the power goes after so many events, by the random numbers below a bound
    /// that `random` gives. Files that processes share while they run are gone.
    #[must_use]
    pub fn after_cut(events: &[Event], random: &mut dyn FnMut(u32) -> u32) -> Files {
        disk::after_cut(events, random)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Files that are still open hold on to it; nobody will ask.
        lock(&WATCHES).retain(|watch| !Arc::ptr_eq(watch, &self.noted) || Arc::strong_count(watch) > 2);
    }
}

/// The watch over a path, and the file's name in the folder.
fn watch_over(path: *const c_char) -> Option<Watched> {
    if path.is_null() {
        return None;
    }
    // SAFETY: SQLite's paths end in a nul.
    let path = PathBuf::from(unsafe { CStr::from_ptr(path) }.to_str().ok()?);
    lock(&WATCHES).iter().find_map(|noted| {
        let name = path.strip_prefix(&lock(noted).folder).ok()?.to_str()?.to_owned();
        Some(Watched { noted: Arc::clone(noted), name })
    })
}

/// A file that is watched.
struct Watched {
    noted: Arc<Mutex<Noted>>,
    name: String,
}

impl Watched {
    fn note(&self, event: impl FnOnce(String) -> Event) {
        lock(&self.noted).events.push(event(self.name.clone()));
    }

    /// How many of so many bytes the disk takes.
    fn taken(&self, len: usize) -> usize {
        let mut noted = lock(&self.noted);
        let Some(room) = noted.room.as_mut() else { return len };
        let taken = len.min(*room);
        *room = room.saturating_sub(taken);
        taken
    }
}

/// Our file. The real one follows it.
#[repr(C)]
struct OurFile {
    base: sqlite3_file,
    watched: *mut Watched,
}

/// The system's file system.
fn real_vfs() -> *mut sqlite3_vfs {
    struct Real(*mut sqlite3_vfs);
    // SAFETY: SQLite lets every thread use it.
    unsafe impl Send for Real {}
    // SAFETY: as above.
    unsafe impl Sync for Real {}
    static REAL: OnceLock<Real> = OnceLock::new();
    // SAFETY: SQLite initializes itself; the system's is never taken away. The first call is before ours is registered.
    REAL.get_or_init(|| Real(unsafe { ffi::sqlite3_vfs_find(null()) })).0
}

fn register() -> c_int {
    let real = real_vfs();
    if real.is_null() {
        return ffi::SQLITE_ERROR;
    }
    // SAFETY: `real` is a file system of SQLite.
    let mut ours = unsafe { *real };
    let Ok(len) = c_int::try_from(size_of::<OurFile>()) else { return ffi::SQLITE_ERROR };
    ours.iVersion = 2;
    ours.szOsFile = ours.szOsFile.saturating_add(len);
    ours.pNext = null_mut();
    ours.zName = c"qoldau-powercut".as_ptr();
    ours.pAppData = null_mut();
    ours.xOpen = Some(open);
    ours.xDelete = Some(delete);
    ours.xAccess = Some(access);
    ours.xFullPathname = Some(full_pathname);
    ours.xGetLastError = Some(last_error);
    // SAFETY: it lives as long as the process.
    unsafe { ffi::sqlite3_vfs_register(Box::into_raw(Box::new(ours)), 1) }
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives `szOsFile` bytes for the file.
    unsafe {
        (*file).pMethods = null();
        let Some(call) = (*real_vfs()).xOpen else { return ffi::SQLITE_ERROR };
        let code = call(real_vfs(), name, real(file), flags, out);
        if code == ffi::SQLITE_OK {
            let watched = watch_over(name).map_or(null_mut(), |watched| Box::into_raw(Box::new(watched)));
            file.cast::<OurFile>()
                .write(OurFile { base: sqlite3_file { pMethods: &raw const METHODS }, watched });
        }
        code
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    // SAFETY: the call is passed on as it is.
    let code =
        unsafe { (*real_vfs()).xDelete.map_or(ffi::SQLITE_ERROR, |call| call(real_vfs(), name, sync)) };
    if let Some(watched) = watch_over(name).filter(|_| code == ffi::SQLITE_OK) {
        watched.note(|file| Event::Delete { file, durable: sync != 0 });
    }
    code
}

unsafe extern "C" fn access(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: the call is passed on as it is.
    unsafe { (*real_vfs()).xAccess.map_or(ffi::SQLITE_ERROR, |call| call(real_vfs(), name, flags, out)) }
}

unsafe extern "C" fn full_pathname(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    len: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: the call is passed on as it is.
    unsafe { (*real_vfs()).xFullPathname.map_or(ffi::SQLITE_ERROR, |call| call(real_vfs(), name, len, out)) }
}

unsafe extern "C" fn last_error(_: *mut sqlite3_vfs, len: c_int, out: *mut c_char) -> c_int {
    // SAFETY: the call is passed on as it is.
    unsafe { (*real_vfs()).xGetLastError.map_or(0, |call| call(real_vfs(), len, out)) }
}

/// The real file behind ours.
unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: it follows ours in the memory that SQLite gave.
    unsafe { file.cast::<OurFile>().add(1).cast() }
}

unsafe fn watched<'a>(file: *mut sqlite3_file) -> Option<&'a Watched> {
    // SAFETY: the file is open, so that what was written by `open` is there.
    unsafe { (*file.cast::<OurFile>()).watched.as_ref() }
}

/// Passes a call on to the real file.
macro_rules! pass_on {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        // SAFETY: the call is passed on as it is.
        unsafe {
            let file = real($file);
            (*(*file).pMethods).$method.map_or(ffi::SQLITE_ERROR, |call| call(file $(, $argument)*))
        }
    }};
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock_file),
    xUnlock: Some(unlock_file),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file once.
    unsafe {
        let watched = (*file.cast::<OurFile>()).watched;
        if !watched.is_null() {
            drop(Box::from_raw(watched));
        }
    }
    pass_on!(file, xClose)
}

unsafe extern "C" fn read(file: *mut sqlite3_file, out: *mut c_void, len: c_int, at: sqlite3_int64) -> c_int {
    pass_on!(file, xRead, out, len, at)
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    bytes: *const c_void,
    len: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: the file is open.
    let Some(watched) = (unsafe { watched(file) }) else { return pass_on!(file, xWrite, bytes, len, at) };
    let (Ok(whole), Ok(place)) = (usize::try_from(len), usize::try_from(at)) else {
        return ffi::SQLITE_IOERR;
    };
    let taken = watched.taken(whole);
    let Ok(taken_len) = c_int::try_from(taken) else { return ffi::SQLITE_IOERR };
    // SAFETY: SQLite gives so many bytes.
    let written = unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), taken) }.to_vec();
    watched.note(|file| Event::Write { file, at: place, bytes: written });
    let code = pass_on!(file, xWrite, bytes, taken_len, at);
    if taken < whole { ffi::SQLITE_FULL } else { code }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, len: sqlite3_int64) -> c_int {
    // SAFETY: the file is open.
    if let (Some(watched), Ok(len)) = (unsafe { watched(file) }, usize::try_from(len)) {
        watched.note(|file| Event::Truncate { file, len });
    }
    pass_on!(file, xTruncate, len)
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: the file is open.
    let Some(watched) = (unsafe { watched(file) }) else { return pass_on!(file, xSync, flags) };
    // What is noted is enough: the disk itself need not turn.
    watched.note(|file| Event::Sync { file });
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, out: *mut sqlite3_int64) -> c_int {
    pass_on!(file, xFileSize, out)
}

unsafe extern "C" fn lock_file(file: *mut sqlite3_file, level: c_int) -> c_int {
    pass_on!(file, xLock, level)
}

unsafe extern "C" fn unlock_file(file: *mut sqlite3_file, level: c_int) -> c_int {
    pass_on!(file, xUnlock, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    pass_on!(file, xCheckReservedLock, out)
}

unsafe extern "C" fn file_control(file: *mut sqlite3_file, what: c_int, with: *mut c_void) -> c_int {
    pass_on!(file, xFileControl, what, with)
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    pass_on!(file, xSectorSize)
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    pass_on!(file, xDeviceCharacteristics)
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    region: c_int,
    len: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    pass_on!(file, xShmMap, region, len, extend, out)
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, at: c_int, count: c_int, flags: c_int) -> c_int {
    pass_on!(file, xShmLock, at, count, flags)
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: the call is passed on as it is.
    unsafe {
        let file = real(file);
        if let Some(call) = (*(*file).pMethods).xShmBarrier {
            call(file);
        }
    }
}

unsafe extern "C" fn shm_unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    pass_on!(file, xShmUnmap, delete)
}

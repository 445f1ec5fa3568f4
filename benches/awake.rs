//! Cores that do not fall asleep; what for says `awake.py`.

use std::fs::{File, OpenOptions};
use std::io::Write;

/// As long as one is held, a core that has nothing to do looks for work instead of sleeping.
#[allow(dead_code)]
pub struct Awake(File);

impl Awake {
    /// None where it cannot be had: it takes Linux, and being root.
    pub fn hold() -> Option<Self> {
        let mut device = OpenOptions::new().write(true).open("/dev/cpu_dma_latency").ok()?;
        // Microseconds that a core may take to wake.
        device.write_all(&0_i32.to_ne_bytes()).ok()?;
        Some(Self(device))
    }
}

//! The words of other programs' clients, for the drop-in port: which dialect they speak, where a command ends in the
//! stream, and how an answer is written. Pure: bytes to commands and back.

mod answer;
mod command;
mod intake;
mod scanner;

pub use answer::{Answer, encode};
pub use command::{Command, Dialect, Heard};
pub use intake::{Intake, MESSAGE, Stranger, Taken};

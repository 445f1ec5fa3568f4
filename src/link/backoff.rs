//! How long to wait before dialling again: full jitter, so that many hosts do not come back at the same moment
//! (Marc Brooker, "Exponential Backoff And Jitter").

use std::time::Duration;

/// The first wait is at most this long.
const FIRST: Duration = Duration::from_millis(250);
/// And none is longer, unless the other side asks for it.
const LONGEST: Duration = Duration::from_secs(30);
/// A connection that lasted this long was a good one.
const HEALTHY: Duration = Duration::from_secs(60);
/// What the other side asks for is believed up to here.
const PATIENCE: Duration = Duration::from_secs(600);

/// The waits between attempts.
pub(crate) struct Backoff<R> {
    attempts: u32,
    /// 0 to 1, exclusive.
    random: R,
}

impl<R: FnMut() -> f64> Backoff<R> {
    pub(crate) fn new(random: R) -> Self {
        Self { attempts: 0, random }
    }

    /// The wait after a connection that lasted so long (zero: there was none); `retry_after` is what the other side
    /// asked for, and the jitter comes on top of it: all that it told the same would come at once else.
    pub(crate) fn after(&mut self, lasted: Duration, retry_after: Option<Duration>) -> Duration {
        if lasted >= HEALTHY {
            self.attempts = 0;
        }
        let most = FIRST.saturating_mul(1 << self.attempts.min(16)).min(LONGEST);
        self.attempts += 1;
        retry_after.unwrap_or_default().min(PATIENCE) + most.mul_f64((self.random)().clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(random: f64, lasted: &[u64]) -> Vec<u64> {
        let mut backoff = Backoff::new(|| random);
        lasted.iter().map(|&seconds| backoff.after(Duration::from_secs(seconds), None).as_millis() as u64).collect()
    }

    #[test]
    fn waits_double_up_to_the_longest() {
        assert_eq!(waits(1.0, &[0; 10]), [250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
        assert_eq!(waits(0.5, &[0; 3]), [125, 250, 500]);
        assert_eq!(waits(0.0, &[0; 40]), [0; 40]);
    }

    #[test]
    fn a_healthy_minute_begins_anew_and_less_does_not() {
        assert_eq!(waits(1.0, &[0, 0, 59, 60, 0]), [250, 500, 1000, 250, 500]);
    }

    #[test]
    fn what_the_other_side_asks_for_is_the_least() {
        let mut backoff = Backoff::new(|| 0.5);
        let mut after = |seconds| backoff.after(Duration::ZERO, Some(Duration::from_secs(seconds))).as_millis();
        assert_eq!([after(7), after(7), after(1 << 40)], [7125, 7250, 600_500]);
    }

    #[tokio::test(start_paused = true)]
    async fn ten_attempts_in_vain_take_the_sum_of_their_waits() {
        let begun = tokio::time::Instant::now();
        let mut backoff = Backoff::new(|| 1.0);
        for _ in 0..10 {
            tokio::time::sleep(backoff.after(Duration::ZERO, None)).await;
        }
        assert_eq!(begun.elapsed().as_millis(), 121_750);
    }
}

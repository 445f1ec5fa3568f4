//! A picture that a client takes: a render is 2 MB and more as PNG, which clients refuse and models scale down anyway.

use std::io::Cursor;

use jpeg_encoder::{ColorType as Jpeg, Encoder};
use png::{ColorType, Decoder, Transformations};

/// Enough that noise and gradients look as they are.
const QUALITY: u8 = 88;
/// Pictures above this are left to be read as a resource: decoding must not become the work of a call.
const MOST_PIXELS: u64 = 64_000_000;

/// Eight bits per channel, `channels` of them, row by row.
struct Pixels {
    width: usize,
    height: usize,
    channels: usize,
    data: Vec<u8>,
}

/// A PNG as a JPEG whose longer side is at most `side`; none when it cannot be read. What is transparent becomes
/// black, as it is in the picture's own colours.
pub(super) fn jpeg(png: &[u8], side: usize) -> Option<Vec<u8>> {
    let pixels = decode(png)?;
    let factor = pixels.width.max(pixels.height).div_ceil(side).max(1);
    let small = shrink(&pixels, factor);
    let color = if small.channels == 3 { Jpeg::Rgb } else { Jpeg::Luma };
    let mut bytes = Vec::new();
    let (width, height) = (u16::try_from(small.width).ok()?, u16::try_from(small.height).ok()?);
    Encoder::new(&mut bytes, QUALITY).encode(&small.data, width, height, color).ok()?;
    Some(bytes)
}

fn decode(png: &[u8]) -> Option<Pixels> {
    let mut decoder = Decoder::new(Cursor::new(png));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let info = reader.info();
    if u64::from(info.width) * u64::from(info.height) > MOST_PIXELS {
        return None;
    }
    let mut data = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut data).ok()?;
    data.truncate(frame.buffer_size());
    let (channels, opaque) = match frame.color_type {
        ColorType::Grayscale => (1, 1),
        ColorType::GrayscaleAlpha => (2, 1),
        ColorType::Rgb => (3, 3),
        ColorType::Rgba => (4, 3),
        ColorType::Indexed => return None,
    };
    let data = if channels == opaque { data } else { drop_alpha(&data, channels) };
    Some(Pixels { width: frame.width as usize, height: frame.height as usize, channels: opaque, data })
}

fn drop_alpha(data: &[u8], channels: usize) -> Vec<u8> {
    data.chunks_exact(channels).flat_map(|pixel| &pixel[..channels - 1]).copied().collect()
}

/// Means over squares of `factor` pixels; what is left over at the far edges is dropped.
fn shrink(pixels: &Pixels, factor: usize) -> Pixels {
    let (width, height) = ((pixels.width / factor).max(1), (pixels.height / factor).max(1));
    let square = factor.min(pixels.width).min(pixels.height);
    let channels = pixels.channels;
    let mut data = Vec::with_capacity(width * height * channels);
    for y in 0..height {
        for x in 0..width {
            for channel in 0..channels {
                let mut sum = 0;
                for row in 0..square {
                    let start = ((y * factor + row) * pixels.width + x * factor) * channels + channel;
                    sum += pixels.data[start..]
                        .iter()
                        .step_by(channels)
                        .take(square)
                        .map(|&value| u64::from(value))
                        .sum::<u64>();
                }
                data.push(u8::try_from(sum / (square * square) as u64).unwrap_or(u8::MAX));
            }
        }
    }
    Pixels { width, height, channels, data }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Noise, as a render has it: the worst case for PNG.
    pub(crate) fn noise(width: u32, height: u32, color: ColorType) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(color);
        let mut state = 1_u32;
        let count = (width * height) as usize * color.samples();
        let data: Vec<u8> = (0..count)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        encoder.write_header().unwrap().write_image_data(&data).unwrap();
        bytes
    }

    /// Width and height from the frame header of a JPEG.
    fn size(jpeg: &[u8]) -> (u16, u16) {
        let start = jpeg.windows(2).position(|marker| marker == [0xff, 0xc0]).unwrap();
        let number = |at: usize| u16::from_be_bytes([jpeg[start + at], jpeg[start + at + 1]]);
        (number(7), number(5))
    }

    #[test]
    fn large_pictures_become_small_ones() {
        let check = |width, height, color, expected: (u16, u16)| {
            let jpeg = jpeg(&noise(width, height, color), 256).unwrap();
            assert_eq!(size(&jpeg), expected, "{width}x{height} {color:?}");
        };
        check(512, 300, ColorType::Rgb, (256, 150));
        check(511, 300, ColorType::Rgba, (255, 150));
        check(200, 100, ColorType::Grayscale, (200, 100));
        check(1000, 1, ColorType::GrayscaleAlpha, (250, 1));
    }

    #[test]
    fn means_are_means() {
        let pixels = Pixels { width: 4, height: 2, channels: 1, data: vec![0, 10, 100, 200, 20, 30, 100, 200] };
        assert_eq!(shrink(&pixels, 2).data, [15, 150]);
    }

    #[test]
    fn what_is_no_png_is_no_preview() {
        assert!(jpeg(b"\x89PNG\r\n\x1a\nand then nothing", 256).is_none());
    }
}

using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Dashboard.Plots.Png;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Pictures;

/// <summary>A camera's image in the page itself.</summary>
internal static class StillImage
{
    /// <summary>A larger one would make the report a file that cannot be sent.</summary>
    private const int MostBytes = 400 << 10;

    private const int MostWidthPx = 320;

    /// <returns>The data address, or null and why there is none.</returns>
    public static (string? Address, string Note) Of(EpisodeView view, string camera, double t)
    {
        try
        {
            if (view.Image(camera, t) is not { } image)
            {
                return (null, "no image was recorded by then");
            }

            (string mediaType, ReadOnlyMemory<byte> bytes) = Encoded(image.Image);
            return bytes.Length <= MostBytes
                ? ($"data:{mediaType};base64,{Convert.ToBase64String(bytes.Span)}", "")
                : (null, string.Create(CultureInfo.InvariantCulture, $"the image has {bytes.Length / 1024} KiB, more than the {MostBytes / 1024} KiB that are put into a report"));
        }
        catch (DiagnosticException exception)
        {
            return (null, exception.Diagnostics[0].Message);
        }
    }

    private static (string MediaType, ReadOnlyMemory<byte> Bytes) Encoded(CameraImage image)
    {
        switch (image.Encoding)
        {
            case ImageEncoding.Jpeg:
                return ("image/jpeg", image.Data);
            case ImageEncoding.Png:
                return ("image/png", image.Data);
            default:
                (byte[] rgb, int width, int height) = Smaller(image);
                return ("image/png", PngFile.OfRgb(rgb, width, height));
        }
    }

    // Every n-th pixel: quick, and fine for a still of a few hundred pixels.
    private static (byte[] Rgb, int WidthPx, int HeightPx) Smaller(CameraImage image)
    {
        int step = Math.Max(1, (image.WidthPx + MostWidthPx - 1) / MostWidthPx);
        int width = image.WidthPx / step, height = image.HeightPx / step;
        byte[] rgb = new byte[3 * width * height];
        ReadOnlySpan<byte> source = image.Data.Span;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                source.Slice(3 * ((y * step * image.WidthPx) + (x * step)), 3).CopyTo(rgb.AsSpan(3 * ((y * width) + x)));
            }
        }

        return (rgb, width, height);
    }
}

using System.Diagnostics.CodeAnalysis;
using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;

namespace Interlock.Robots.Cameras;

/// <summary>Passes the JPEG files of a folder through unopened, in the order of their names, at a fixed rate, from the beginning again after the last.</summary>
public sealed class FileCamera : ICamera
{
    /// <summary>Largest picture file; four times what a 20-megapixel camera delivers.</summary>
    private const long LargestFileBytes = 32L << 20;

    private const double HighestRateHz = 1000;

    private static readonly string[] Endings = [".jpg", ".jpeg"];

    private readonly string[] _files;
    private readonly FrameSchedule _schedule;

    private FileCamera(string name, double rateHz, string[] files)
    {
        Name = name;
        RateHz = rateHz;
        _files = files;
        _schedule = new FrameSchedule(rateHz);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public double? RateHz { get; }

    /// <summary>Pictures in the folder.</summary>
    public int PictureCount => _files.Length;

    /// <summary>Opens a folder.</summary>
    /// <param name="name">Name of the camera.</param>
    /// <param name="folder">Folder with <c>.jpg</c> or <c>.jpeg</c> files.</param>
    /// <param name="rateHz">Pictures per second, above 0, at most 1000.</param>
    /// <exception cref="DiagnosticException">The rate is not usable (RB021), or the folder holds no pictures or cannot be read (RB022).</exception>
    public static FileCamera Open(string name, string folder, double rateHz)
    {
        if (!(rateHz > 0 && rateHz <= HighestRateHz))
        {
            throw new DiagnosticException(RobotCodes.CameraSettings, $"rate_hz has to be above 0, at most {HighestRateHz}", new SourcePlace($"camera {name}"));
        }

        string[] files = List(folder);
        return files.Length > 0
            ? new FileCamera(name, rateHz, files)
            : throw new DiagnosticException(
                RobotCodes.NoPictures, "the folder holds no .jpg or .jpeg files", SourcePlace.OfFile(folder), "name a folder with JPEG pictures");
    }

    /// <inheritdoc />
    /// <exception cref="DiagnosticException">The picture file cannot be read or is no JPEG file (RB023).</exception>
    public bool TryLatest(long afterSequence, long nowNs, [NotNullWhen(true)] out CameraImage? image)
    {
        long frame = _schedule.FrameAt(nowNs);
        if (frame <= afterSequence)
        {
            image = null;
            return false;
        }

        string file = _files[frame % _files.Length];
        byte[] bytes = Read(file);
        (int widthPx, int heightPx) = JpegSize.Of(bytes) ?? throw Unusable(file, "this is no JPEG file, or its header is cut short");
        image = new CameraImage
        {
            Camera = Name,
            WidthPx = widthPx,
            HeightPx = heightPx,
            Encoding = ImageEncoding.Jpeg,
            Data = bytes,
            TimestampNs = _schedule.TimeOf(frame),
            Sequence = frame,
        };
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static string[] List(string folder)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder)
                    .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DiagnosticException(
                RobotCodes.NoPictures, $"the folder cannot be read: {exception.Message}", SourcePlace.OfFile(folder), "check the path and the permissions");
        }
    }

    private static byte[] Read(string file)
    {
        try
        {
            return new FileInfo(file).Length <= LargestFileBytes
                ? File.ReadAllBytes(file)
                : throw Unusable(file, $"the file is larger than {LargestFileBytes >> 20} MiB");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(file, exception.Message);
        }
    }

    private static DiagnosticException Unusable(string file, string message) =>
        new(RobotCodes.UnusablePicture, message, SourcePlace.OfFile(file), "take the file out of the folder, or save the picture again");
}

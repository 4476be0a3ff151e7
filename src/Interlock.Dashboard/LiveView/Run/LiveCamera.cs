using Interlock.Core.Observations;
using Interlock.Dashboard.Web.Episodes;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>The newest picture of a camera; it becomes a file when the first browser asks for it. Thread-safe.</summary>
internal sealed class LiveCamera(TimeProvider time)
{
    /// <summary>Pictures a second that are kept; a person sees the age of each. Ours.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private CameraImage? _image;
    private LivePicture? _picture;
    private double _t;
    private long _cameAt;

    /// <summary>How many were kept so far; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>True when the next picture would be kept.</summary>
    public bool IsDue
    {
        get
        {
            lock (_lock)
            {
                return Number == 0 || time.GetElapsedTime(_cameAt) >= Interval;
            }
        }
    }

    public void Take(CameraImage image, double t)
    {
        lock (_lock)
        {
            (_image, _t, _picture, _cameAt) = (image, t, null, time.GetTimestamp());
            Number++;
        }
    }

    /// <summary>Number, time, age since it came and format of the newest; null before the first.</summary>
    public (long Number, double T, double AgeMs, string Format)? Look()
    {
        lock (_lock)
        {
            return _image is null ? null : (Number, _t, time.GetElapsedTime(_cameAt).TotalMilliseconds, _image.Encoding == ImageEncoding.Jpeg ? "jpeg" : "png");
        }
    }

    public LivePicture? Picture()
    {
        lock (_lock)
        {
            if (_image is { } image && _picture is null)
            {
                (string mediaType, ReadOnlyMemory<byte> bytes) = BrowserImage.Of(image);
                _picture = new LivePicture(_t, mediaType, bytes);
            }

            return _picture;
        }
    }
}

using Interlock.Core.Observations;
using Interlock.Robots;

namespace Interlock.Runtime.Sensing;

/// <summary>The newest image of one camera, readable by every thread.</summary>
internal sealed class CameraFeed(ICamera camera, long? maxAgeNs)
{
    private CameraImage? _newest;
    private long _newestNs = long.MinValue;

    public string Name => camera.Name;

    /// <summary>Greatest age that still counts as seeing, ns; null when age does not matter.</summary>
    public long? MaxAgeNs => maxAgeNs;

    /// <summary>Why it stopped answering; null while it does.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Null before the first image.</summary>
    public CameraImage? Newest => Volatile.Read(ref _newest);

    /// <summary>Age of the newest image, ns; null before the first. Takes no lock.</summary>
    public long? AgeNs(long nowNs)
    {
        long taken = Volatile.Read(ref _newestNs);
        return taken == long.MinValue ? null : nowNs - taken;
    }

    /// <summary>Asks the camera; the image when there is a newer one.</summary>
    public CameraImage? Poll(long nowNs)
    {
        if (!camera.TryLatest(_newest?.Sequence ?? -1, nowNs, out CameraImage? image))
        {
            return null;
        }

        Volatile.Write(ref _newest, image);
        Volatile.Write(ref _newestNs, image.TimestampNs);
        return image;
    }
}

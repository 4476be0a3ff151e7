using System.Diagnostics.CodeAnalysis;
using Interlock.Core.Observations;

namespace Interlock.Robots;

/// <summary>A camera with a rate of its own. Asked by the thread that makes observations, never by the control thread.</summary>
public interface ICamera : IDisposable
{
    /// <summary>Name, for instance <c>wrist</c>.</summary>
    string Name { get; }

    /// <summary>Images per second as announced; null when unknown.</summary>
    double? RateHz { get; }

    /// <summary>The newest image, when it is newer than <paramref name="afterSequence"/>.</summary>
    /// <param name="afterSequence">Sequence of the image that is known already; -1 for none.</param>
    /// <param name="nowNs">Monotonic time of the loop's clock, ns.</param>
    /// <param name="image">The image.</param>
    bool TryLatest(long afterSequence, long nowNs, [NotNullWhen(true)] out CameraImage? image);
}

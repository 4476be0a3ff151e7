using Interlock.Core.Diagnostics;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary>Every how many ticks a frame is.</summary>
internal static class FrameRate
{
    /// <exception cref="DiagnosticException">RC055: the frames do not divide the recorded rate.</exception>
    public static int Every(double rateHz, double? framesPerSecond)
    {
        double every = rateHz / (framesPerSecond ?? rateHz);
        return every >= 1 && every < int.MaxValue && every == Math.Floor(every)
            ? (int)every
            : throw new DiagnosticException("RC055", $"{framesPerSecond} frames per second do not divide the recorded {rateHz} Hz", hint: $"for example --fps {rateHz / 2:0.###} or --fps {rateHz / 4:0.###}");
    }
}

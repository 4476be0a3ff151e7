using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Writing;

/// <summary>Writes episodes one after another; needs memory for one. Until <see cref="Complete"/> nothing stands at the target.</summary>
public interface IEpisodeWriter : IDisposable
{
    /// <summary>Frames written so far.</summary>
    long Frames { get; }

    /// <summary>Episodes written so far.</summary>
    int Episodes { get; }

    /// <summary>Adds an episode.</summary>
    /// <exception cref="DiagnosticException">DS241: it does not fit those before; DS242: it cannot be written.</exception>
    void Add(WrittenEpisode episode);

    /// <summary>Finishes and moves the result to the target. Without it, disposing removes everything.</summary>
    /// <exception cref="DiagnosticException">DS240: something stands at the target by now; DS242: it cannot be written; DS243: there is no episode.</exception>
    void Complete();
}

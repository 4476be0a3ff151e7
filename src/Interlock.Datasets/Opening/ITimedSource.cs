using Interlock.Core.Episodes;

namespace Interlock.Datasets.Opening;

/// <summary>A source that can be asked for its first times without reading a whole episode.</summary>
internal interface ITimedSource : IEpisodeSource
{
    /// <summary>Times of the first steps of the first episode, in seconds, at most <paramref name="most"/>; empty where none are recorded.</summary>
    IReadOnlyList<double> FirstTimestampsS(int most);
}

using Interlock.Core.Episodes;

namespace Interlock.Datasets.Inspection;

/// <summary>Counts episodes, steps, tasks and successes.</summary>
internal sealed class EpisodeTally
{
    private const int MostTasks = 1_000;

    private readonly Dictionary<int, int> _lengths = [];
    private readonly HashSet<string> _knownTasks = [];
    private readonly List<string> _tasks = [];
    private long _frames;

    public DatasetCensus Census => new(_lengths, _frames);

    public IReadOnlyList<string> Tasks => _tasks;

    public int? Successes { get; private set; }

    public void See(Episode episode)
    {
        _lengths[episode.Index] = episode.Length;
        _frames += episode.Length;
        if (episode.Success is { } success)
        {
            Successes = (Successes ?? 0) + (success ? 1 : 0);
        }

        if (episode.Task is { } task && _tasks.Count < MostTasks && _knownTasks.Add(task))
        {
            _tasks.Add(task);
        }
    }
}

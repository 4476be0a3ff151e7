using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;

namespace Interlock.Policies.Local;

/// <summary>
/// Plays the actions of a recorded episode as they are, NaN included: row i of an answer is the action of step s + i. After the end
/// answers have no rows, which the loop meets as starvation.
/// </summary>
public sealed class RecordedPolicy : IPolicy
{
    private readonly Episode _episode;
    private readonly bool _repeat;

    /// <summary>Plays an episode.</summary>
    /// <param name="episode">One step or more.</param>
    /// <param name="name">Name for people.</param>
    /// <param name="options">Rows of an answer and what follows the end.</param>
    /// <exception cref="DiagnosticException">PO177: the episode has no actions.</exception>
    public RecordedPolicy(Episode episode, string name, RecordedPolicyOptions? options = null)
    {
        options ??= new RecordedPolicyOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Rows, nameof(options));
        if (episode.Length == 0 || episode.ActionDimension == 0)
        {
            throw Refused(name, $"episode {episode.Index} has no actions", "name another episode");
        }

        _episode = episode;
        _repeat = options.Repeat;
        Description = new PolicyDescription { Name = name, Kind = "recorded", ActionDimension = episode.ActionDimension, MaxRows = options.Rows };
    }

    /// <inheritdoc />
    public PolicyDescription Description { get; }

    /// <summary>Takes one episode out of a source.</summary>
    /// <param name="source">Where the episodes are.</param>
    /// <param name="episodeIndex">Number of the episode in its dataset.</param>
    /// <param name="options">Rows of an answer and what follows the end.</param>
    /// <exception cref="DiagnosticException">PO177: there is no such episode, or it has no actions; DS codes of the source.</exception>
    public static RecordedPolicy Open(IEpisodeSource source, int episodeIndex, RecordedPolicyOptions? options = null)
    {
        string location = source.Description.Location;
        Episode episode = source.ReadEpisodes().FirstOrDefault(episode => episode.Index == episodeIndex)
            ?? throw Refused(location, $"there is no episode {episodeIndex}", "name an episode that the dataset has");
        return new RecordedPolicy(episode, $"{location} episode {episodeIndex}", options);
    }

    /// <inheritdoc />
    public void BeginEpisode(ulong seed)
    {
    }

    /// <inheritdoc />
    public ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        long step = request.Observation.Step;
        Answer.Begin(chunk, request.Observation, Description, RowsFrom(step));
        for (int row = 0; row < chunk.Rows; row++)
        {
            _episode.Action((int)((step + row) % _episode.Length)).CopyTo(chunk.Row(row));
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private int RowsFrom(long step)
    {
        if (step < 0)
        {
            return 0;
        }

        return _repeat ? Description.MaxRows : (int)Math.Clamp(_episode.Length - step, 0, Description.MaxRows);
    }

    private static DiagnosticException Refused(string place, string message, string hint) =>
        new(LocalCodes.Recording, message, SourcePlace.OfFile(place), hint);
}

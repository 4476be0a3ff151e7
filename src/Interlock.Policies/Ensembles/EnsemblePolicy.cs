using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Policies.Local;

namespace Interlock.Policies.Ensembles;

/// <summary>
/// Several policies asked the same question. One chunk is executed, those of all members that answered are the samples, cut to the
/// shortest. A member that fails, is late or has no rows is left out and counted; the answer fails when all do. NaN of a member is
/// kept: it shows in the disagreement. A member's own samples are not used.
/// </summary>
public sealed class EnsemblePolicy : IPolicy
{
    private readonly EnsembleOptions _options;
    private readonly EnsembleMember[] _members;
    private readonly double[] _inverseSpans;

    /// <summary>Creates an ensemble, which owns its members from then on.</summary>
    /// <param name="members">One policy or more, all of one action dimension.</param>
    /// <param name="options">How they are asked; null for one after the other, the first one executed.</param>
    /// <exception cref="DiagnosticException">PO186: the members do not belong together.</exception>
    public EnsemblePolicy(IReadOnlyList<IPolicy> members, EnsembleOptions? options = null)
    {
        _options = options ?? new EnsembleOptions();
        EnsembleCheck.Fits(members, _options);
        PolicyDescription first = members[0].Description;
        _members = [.. members.Select(member => new EnsembleMember(member))];
        _inverseSpans = [.. (_options.ChannelSpans ?? [.. Enumerable.Repeat(1.0, first.ActionDimension)]).Select(span => 1 / span)];
        Description = new PolicyDescription
        {
            Name = string.Join(" + ", members.Select(member => member.Description.Name)),
            Kind = "ensemble",
            ActionDimension = first.ActionDimension,
            MaxRows = members.Max(member => member.Description.MaxRows),
            MaxSamples = members.Count + (_options.Choice == EnsembleChoice.Mean ? 1 : 0),
            TakesPrefix = members.Any(member => member.Description.TakesPrefix),
        };
    }

    /// <inheritdoc />
    public PolicyDescription Description { get; }

    /// <summary>The members in their order, with what they did.</summary>
    public IReadOnlyList<EnsembleMember> Members => _members;

    /// <inheritdoc />
    public void BeginEpisode(ulong seed)
    {
        SeededRandom seeds = new(seed);
        foreach (EnsembleMember member in _members)
        {
            member.BeginEpisode(seeds.NextBits());
        }
    }

    /// <inheritdoc />
    public async ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNotEqual(chunk.Dimension, Description.ActionDimension, nameof(chunk));
        await AskAsync(request, cancellation);
        EnsembleMember[] answers = [.. _members.Where(member => member.Answered)];
        if (answers.Length > 0)
        {
            Compose(request, chunk, [.. answers.Select(member => member.Chunk)]);
        }
        else if (_members.Any(member => member.Starved))
        {
            Answer.Begin(chunk, request.Observation, Description, rows: 0);
        }
        else
        {
            throw AllFailed();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (EnsembleMember member in _members)
        {
            member.Dispose();
        }
    }

    private async Task AskAsync(PolicyRequest request, CancellationToken cancellation)
    {
        if (_options.Concurrently)
        {
            await Task.WhenAll(_members.Select(member => member.AskAsync(request, _options, cancellation)));
            return;
        }

        foreach (EnsembleMember member in _members)
        {
            await member.AskAsync(request, _options, cancellation);
        }
    }

    private void Compose(PolicyRequest request, PolicyChunk chunk, PolicyChunk[] answers)
    {
        int rows = answers.Min(answer => answer.Rows);
        bool isMean = _options.Choice == EnsembleChoice.Mean;
        Answer.Begin(chunk, request.Observation, Description, rows, answers.Length + (isMean ? 1 : 0));
        int chosen = _options.Choice == EnsembleChoice.Medoid ? EnsembleMedoid.Of(answers, rows, _inverseSpans) : 0;
        int sample = 0;
        if (isMean)
        {
            Mean(answers, chunk.Sample(sample++));
        }
        else
        {
            Copy(answers[chosen], chunk.Sample(sample++));
        }

        for (int i = 0; i < answers.Length; i++)
        {
            if (isMean || i != chosen)
            {
                Copy(answers[i], chunk.Sample(sample++));
            }
        }

        chunk.TokenEntropyNats = answers.Average(answer => answer.TokenEntropyNats);
    }

    private static void Copy(PolicyChunk answer, Span<double> to) => answer.Actions[..to.Length].CopyTo(to);

    private static void Mean(PolicyChunk[] answers, Span<double> mean)
    {
        for (int at = 0; at < mean.Length; at++)
        {
            double sum = 0;
            foreach (PolicyChunk answer in answers)
            {
                sum += answer.Actions[at];
            }

            mean[at] = sum / answers.Length;
        }
    }

    private DiagnosticException AllFailed() => new(
        EnsembleCodes.AllFailed,
        $"all {_members.Length} members failed; the first: {_members[0].LastFailure}");
}

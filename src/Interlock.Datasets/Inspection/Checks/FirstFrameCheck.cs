using Interlock.Core.Episodes;

namespace Interlock.Datasets.Inspection.Checks;

/// <summary>
/// First actions that lie farther from the measured state than the channel ever moves in one step. Asked only where the
/// channels of action and state carry the same names, for else their difference means nothing.
/// </summary>
internal sealed class FirstFrameCheck(EpisodeSourceDescription description) : IEpisodeCheck
{
    private readonly bool _isComparable = description.ActionChannels.SequenceEqual(description.StateChannels);
    private readonly double[] _largestStep = new double[description.ActionChannels.Count];
    private readonly double[] _largestJump = new double[description.ActionChannels.Count];
    private readonly int[] _episodeOfJump = new int[description.ActionChannels.Count];

    public void See(Episode episode)
    {
        if (!_isComparable || episode.Length == 0 || episode.States is null)
        {
            return;
        }

        SeeJump(episode);
        for (int step = 1; step < episode.Length; step++)
        {
            SeeStep(episode.Action(step - 1), episode.Action(step));
        }
    }

    public IEnumerable<DatasetOddity> Findings()
    {
        int[] odd = [.. Enumerable.Range(0, _largestJump.Length).Where(i => _largestJump[i] > _largestStep[i])];
        if (odd.Length == 0)
        {
            yield break;
        }

        int worst = odd.MaxBy(i => _largestJump[i]);
        string jump = $"the first action of episode {_episodeOfJump[worst]} is {_largestJump[worst]:0.####} away from the measured state";
        string channel = $"channel {description.ActionChannels[worst]}, where no later step exceeds {_largestStep[worst]:0.####}";
        yield return new DatasetOddity(
            OddityCodes.FirstFrameJump,
            $"{jump} in {channel}; {odd.Length} of {_largestJump.Length} channels start so");
    }

    private void SeeJump(Episode episode)
    {
        ReadOnlySpan<double> action = episode.Action(0);
        ReadOnlySpan<double> state = episode.State(0);
        for (int i = 0; i < action.Length; i++)
        {
            double jump = Math.Abs(action[i] - state[i]);
            if (jump > _largestJump[i] && double.IsFinite(jump))
            {
                (_largestJump[i], _episodeOfJump[i]) = (jump, episode.Index);
            }
        }
    }

    private void SeeStep(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        for (int i = 0; i < after.Length; i++)
        {
            double step = Math.Abs(after[i] - before[i]);
            if (step > _largestStep[i])
            {
                _largestStep[i] = step;
            }
        }
    }
}

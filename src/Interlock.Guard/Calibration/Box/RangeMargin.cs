using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Conformal;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration.Box;

/// <summary>
/// How far the demonstrated range has to be widened, as a share of its width, so that an episode that is left out of it
/// keeps 1 − alpha of its steps (or, for whole episodes, stays) inside. Cross-checked on the episodes at hand, not guaranteed.
/// </summary>
internal sealed class RangeMargin(DemonstrationSet set, ChannelShape[] shapes, RangeUnion demonstrated)
{
    public double Find(HashSet<int> positions, CoverageGuarantee guarantee, double alpha)
    {
        LeftOutRange others = new(set, positions);
        ScoreCollector scores = new(0);
        foreach ((int position, Episode episode) in set.Read(positions))
        {
            Collect(episode, set.Facts[position], others, scores);
        }

        // The rank of risk control; below 1/alpha episodes it allows nothing and takes the largest excess of all.
        double allowed = Math.Max(0, (alpha * (positions.Count + 1)) - 1);
        if (guarantee == CoverageGuarantee.Step)
        {
            return scores.Sorted().ThresholdLeaving(allowed);
        }

        double[] maxima = [.. scores.EpisodeMaxima.OrderDescending()];
        return maxima[(int)allowed];
    }

    private void Collect(Episode episode, EpisodeFacts facts, LeftOutRange others, ScoreCollector scores)
    {
        double worst = 0;
        for (int t = 0; t < episode.Length; t++)
        {
            double excess = Excess(episode.Action(t), facts, others);
            worst = Math.Max(worst, excess);
            scores.Hold(excess);
        }

        scores.EndEpisode(worst);
    }

    private double Excess(ReadOnlySpan<double> action, EpisodeFacts facts, LeftOutRange others)
    {
        double worst = 0;
        for (int j = 0; j < action.Length; j++)
        {
            if (shapes[j].Kind is ChannelKind.Moving or ChannelKind.Bimodal)
            {
                double outside = Math.Max(others.MinWithout(facts, j) - action[j], action[j] - others.MaxWithout(facts, j));
                worst = Math.Max(worst, outside / (2 * demonstrated.HalfWidth(j)));
            }
        }

        return worst;
    }
}

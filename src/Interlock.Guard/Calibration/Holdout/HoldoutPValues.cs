using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Conformal;
using Interlock.Guard.Calibration.Models;

namespace Interlock.Guard.Calibration.Holdout;

/// <summary>
/// Conformal p-values of held-out steps against the calibration episodes, as the monitor <c>p_value</c> has them: of each episode equally many steps, evenly spread,
/// so that a long episode does not speak for the others.
/// </summary>
internal sealed class HoldoutPValues(ConformalModel model, int episodes)
{
    /// <summary>Enough for a histogram; the report stays small.</summary>
    private const int MostValues = 2048;

    private readonly int _ofAnEpisode = Math.Max(1, MostValues / Math.Max(1, episodes));
    private readonly List<double> _values = [];

    public IReadOnlyList<double> Values => _values;

    public void Add(Episode episode)
    {
        int count = Math.Min(_ofAnEpisode, episode.Length);
        for (int i = 0; i < count; i++)
        {
            // The middle of the i-th of equal parts.
            int step = (int)(((2L * i) + 1) * episode.Length / (2L * count));
            _values.Add(ConformalPValue.Of(model.SortedScores, Score(episode.Action(step))));
        }
    }

    private double Score(ReadOnlySpan<double> action)
    {
        double largest = 0;
        for (int j = 0; j < action.Length; j++)
        {
            largest = Math.Max(largest, Math.Abs(action[j] - model.Mean[j]) / model.Scale[j]);
        }

        return largest;
    }
}

namespace Interlock.Evaluation.Study.Report;

/// <summary>Lengths of some episodes in control steps.</summary>
/// <param name="Shortest">Steps of the shortest.</param>
/// <param name="Mean">Mean steps.</param>
/// <param name="Longest">Steps of the longest.</param>
public sealed record LengthRange(int Shortest, double Mean, int Longest)
{
    internal static LengthRange? Of(IReadOnlyCollection<int> lengths) =>
        lengths.Count == 0 ? null : new LengthRange(lengths.Min(), lengths.Average(), lengths.Max());
}

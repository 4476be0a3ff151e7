namespace Interlock.Core.Text;

/// <summary>Suggests the name that a user probably meant.</summary>
public static class NearestName
{
    /// <summary>Longer words are never a slip of the finger, and comparing them costs time in proportion to their length.</summary>
    private const int LongestWord = 64;

    /// <summary>The candidate with the smallest edit distance to <paramref name="typed"/>, or null when none is close.</summary>
    public static string? Of(string typed, IEnumerable<string> candidates)
    {
        if (typed.Length > LongestWord)
        {
            return null;
        }

        int tolerance = Math.Max(2, typed.Length / 3);
        string? best = null;
        foreach (string candidate in candidates.Where(candidate => candidate.Length <= LongestWord))
        {
            int distance = EditDistance(typed, candidate);
            if (distance <= tolerance)
            {
                best = candidate;
                tolerance = distance - 1;
            }
        }

        return best;
    }

    private static int EditDistance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                int substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, substitution);
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}

using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Recording.Episodes.Listing;

/// <summary>A small query over recordings: terms that must all hold; docs/episodes.md has the language. A date compares as a word, which for year-month-day is its order in time.</summary>
public sealed class EpisodeFilter
{
    /// <summary>What a term can ask for.</summary>
    public static IEnumerable<string> Keys => EpisodeFields.Names;

    // Longer ones first, so that >= is not taken for > with an odd number.
    private static readonly string[] Operators = [">=", "<=", "!=", "=", ":", ">", "<"];

    private readonly List<Func<ListedRecording, bool>> _terms = [];

    private EpisodeFilter()
    {
    }

    /// <summary>True when every term holds.</summary>
    public bool Holds(ListedRecording item) => _terms.TrueForAll(term => term(item));

    /// <summary>Reads a query.</summary>
    /// <param name="text">Terms between spaces; null or empty for all recordings.</param>
    /// <exception cref="DiagnosticException">RC052: a term cannot be understood.</exception>
    public static EpisodeFilter Parse(string? text)
    {
        EpisodeFilter filter = new();
        filter._terms.AddRange(Split(text ?? "").Select(Term));
        return filter;
    }

    // At spaces, but not inside double quotes; the quotes go.
    private static List<string> Split(string text)
    {
        List<string> terms = [];
        string term = "";
        bool quoted = false;
        foreach (char letter in text + " ")
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter != ' ' || quoted)
            {
                term += letter;
            }
            else if (term.Length > 0)
            {
                terms.Add(term);
                term = "";
            }
        }

        return term.Trim().Length == 0 ? terms : throw Wrong(text, "a quote is not closed", "close it");
    }

    private static Func<ListedRecording, bool> Term(string term)
    {
        int place = term.IndexOfAny(['>', '<', '!', '=', ':']);
        string? symbol = place <= 0 ? null : Operators.FirstOrDefault(known => term.AsSpan(place).StartsWith(known));
        if (symbol is null)
        {
            return item => EpisodeFields.AllTexts(item).Any(text => text.Contains(term, StringComparison.OrdinalIgnoreCase));
        }

        string key = term[..place];
        string value = term[(place + symbol.Length)..];
        return EpisodeFields.IsNumber(key) ? Number(term, key, symbol, value)
            : EpisodeFields.IsWord(key) ? Word(key, symbol, value)
            : throw Wrong(term, $"there is no key '{key}'", NearestName.Of(key, EpisodeFields.Names) is { } near ? $"did you mean '{near}'?" : $"the keys are {string.Join(", ", EpisodeFields.Names)}");
    }

    private static Func<ListedRecording, bool> Number(string term, string key, string symbol, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double limit))
        {
            throw Wrong(term, $"'{value}' is not a number", $"write for example {key}>0");
        }

        return item => EpisodeFields.Number(key, item) is { } found && symbol switch
        {
            ">=" => found >= limit,
            "<=" => found <= limit,
            ">" => found > limit,
            "<" => found < limit,
            "!=" => found != limit,
            _ => found == limit,
        };
    }

    private static Func<ListedRecording, bool> Word(string key, string symbol, string value) => symbol switch
    {
        ":" when key != EpisodeFields.Tag => item => EpisodeFields.Texts(key, item).Any(text => text.Contains(value, StringComparison.OrdinalIgnoreCase)),
        "=" or ":" => item => EpisodeFields.Texts(key, item).Contains(value, StringComparer.OrdinalIgnoreCase),
        "!=" => item => !EpisodeFields.Texts(key, item).Contains(value, StringComparer.OrdinalIgnoreCase),
        _ => item => EpisodeFields.Texts(key, item).Any(text => InOrder(StringComparer.OrdinalIgnoreCase.Compare(text, value), symbol)),
    };

    private static bool InOrder(int comparison, string symbol) => symbol switch
    {
        ">=" => comparison >= 0,
        "<=" => comparison <= 0,
        ">" => comparison > 0,
        _ => comparison < 0,
    };

    private static DiagnosticException Wrong(string term, string why, string hint) => new("RC052", $"the filter term '{term}' cannot be understood: {why}", hint: hint);
}

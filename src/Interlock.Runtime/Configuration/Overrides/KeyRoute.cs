using System.Globalization;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Overrides;

/// <summary>The way to a value, <c>cameras[0].max_age_ms</c>, and whether what lies there is text.</summary>
internal sealed class KeyRoute
{
    private const int LongestPath = 512;
    private const int MostSteps = 24;

    private readonly List<RouteStep> _steps = [];

    public IReadOnlyList<RouteStep> Steps => _steps;

    /// <summary>True when the value is taken as it stands, not as YAML.</summary>
    public bool LeadsToText { get; private set; }

    /// <summary>The route of a path, or null when it is none. Names that are not known are kept: the reader reports them.</summary>
    public static KeyRoute? Find(string path)
    {
        KeyRoute route = new();
        return path.Length <= LongestPath && route.Walk(path) ? route : null;
    }

    private bool Walk(string path)
    {
        KeyGroup? group = KeyGroup.Of(typeof(RunSettings));
        for (string? rest = path; rest is not null;)
        {
            int dot = rest.IndexOf('.', StringComparison.Ordinal);
            string part = dot < 0 ? rest : rest[..dot];
            rest = dot < 0 ? null : rest[(dot + 1)..];
            if (_steps.Count > MostSteps || !Take(part, out string name, out bool hasIndex))
            {
                return false;
            }

            ConfigKey? key = group?.Find(name);
            if (key?.Kind == KeyKind.Map && rest is { Length: > 0 })
            {
                // The keys of a map are another program's names and may hold dots.
                _steps.Add(new RouteStep(rest, 0));
                rest = null;
            }

            LeadsToText = key is { Kind: KeyKind.Text or KeyKind.Word } || (key?.Kind == KeyKind.Texts && hasIndex) || (key?.Kind == KeyKind.Map && _steps[^1].Key != name);
            group = key?.ItemType is { } item ? KeyGroup.Of(item) : null;
        }

        return true;
    }

    private bool Take(string part, out string name, out bool hasIndex)
    {
        int bracket = part.IndexOf('[', StringComparison.Ordinal);
        hasIndex = bracket >= 0;
        name = hasIndex ? part[..bracket] : part;
        int index = 0;
        if (name.Length == 0 || (hasIndex && (part[^1] != ']' || !int.TryParse(part.AsSpan(bracket + 1)[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out index))))
        {
            return false;
        }

        _steps.Add(new RouteStep(name, 0));
        if (hasIndex)
        {
            _steps.Add(new RouteStep(null, index));
        }

        return true;
    }
}

using System.Globalization;
using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.ExecSpec.Gate;

/// <summary>Facts as text, so that equal facts have equal texts.</summary>
internal static class Fact
{
    public const string NotStated = "not stated";

    public static string? Of(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    public static string? Of(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Of(ChannelUnit? unit) => unit switch
    {
        null => null,
        _ when unit == ChannelUnit.None => "no unit",
        _ => unit.Symbol,
    };

    public static string? Of(IReadOnlyList<string>? names) => names is null ? null : string.Join(", ", names);

    public static string? Word<T>(T? value)
        where T : struct, Enum => value is { } member ? EnumWord.Of(member) : null;

    public static string OrNotStated(string? fact) => fact ?? NotStated;
}

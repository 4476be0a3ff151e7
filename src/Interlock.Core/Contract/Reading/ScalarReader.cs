using System.Globalization;
using Interlock.Core.Text;

namespace Interlock.Core.Contract.Reading;

/// <summary>Turns single values into typed ones; a mismatch is reported and read as absent.</summary>
internal sealed class ScalarReader(ReadingReport report)
{
    public double? Number(string path, YamlScalar scalar)
    {
        double? value = YamlNumber.Find(scalar.Text);
        if (value is not null && scalar.IsPlain)
        {
            return value;
        }

        string hint = value is null ? "write a decimal number, for example 0.25" : "remove the quotes";
        WrongType(path, scalar, $"{Quoted.Of(scalar.Text)} is not a number", hint);
        return null;
    }

    public int? WholeNumber(string path, YamlScalar scalar)
    {
        if (scalar.IsPlain && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
        {
            return value;
        }

        WrongType(path, scalar, $"{Quoted.Of(scalar.Text)} is not a whole number", "write digits only, for example 10");
        return null;
    }

    public bool? Flag(string path, YamlScalar scalar)
    {
        if (scalar is { IsPlain: true, Text: "true" or "false" })
        {
            return scalar.Text == "true";
        }

        WrongType(path, scalar, $"{Quoted.Of(scalar.Text)} is neither true nor false", "write true or false");
        return null;
    }

    public T? Word<T>(string path, YamlScalar scalar)
        where T : struct, Enum
    {
        T? value = EnumWord.Find<T>(scalar.Text);
        if (value is null)
        {
            report.UnknownWord(path, scalar, EnumWord.All<T>());
        }

        return value;
    }

    /// <summary>True, with a report, for a key that is written without a value.</summary>
    public bool RefuseAbsent(string path, YamlScalar scalar)
    {
        if (scalar.IsAbsent)
        {
            WrongType(path, scalar, "there is no value", "an absent limit is stated by leaving its key out");
        }

        return scalar.IsAbsent;
    }

    public void WrongType(string path, YamlValue value, string message, string hint) =>
        report.Error("CT009", path, value.Line, message, hint);
}

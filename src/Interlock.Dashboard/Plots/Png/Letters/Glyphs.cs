using System.Text;

namespace Interlock.Dashboard.Plots.Png.Letters;

/// <summary>The letters of pictures without a viewer's fonts: our own, drawn with one pen.</summary>
internal static class Glyphs
{
    public const double UnitsPerEm = 20;

    /// <summary>Width of the pen in units.</summary>
    public const double PenUnits = 1.8;

    public const double BoldPenUnits = 2.7;

    /// <summary>A letter that we do not have is an empty box.</summary>
    private static readonly Glyph Unknown = GlyphReader.Read("11:1.6,0 1.6,13 9.4,13 9.4,0 1.6,0");

    private static readonly Dictionary<char, Glyph> All = SmallLetters.Shapes
        .Concat(CapitalLetters.Shapes).Concat(Digits.Shapes).Concat(Marks.Shapes)
        .ToDictionary(each => each.Key, each => GlyphReader.Read(each.Value));

    /// <summary>The letter; without its accent where it has one, an empty box where we do not have it.</summary>
    public static Glyph Of(Rune rune)
    {
        if (rune.IsBmp && All.TryGetValue((char)rune.Value, out Glyph? glyph))
        {
            return glyph;
        }

        // Half of a pair cannot be a Rune, so this cannot fail.
        string plain = rune.ToString().Normalize(NormalizationForm.FormKD);
        return All.GetValueOrDefault(plain[0], Unknown);
    }
}

using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Drawing;

/// <summary>How a text is drawn; its place is on its baseline.</summary>
internal readonly record struct TextLook(Ink Ink, double SizePx, TextAnchor Anchor = TextAnchor.Start, bool IsBold = false, bool IsUpward = false);

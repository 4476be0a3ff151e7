using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Layout;

/// <summary>Where a panel lies and how its values become px.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Box">Its plot area.</param>
/// <param name="Y">Its vertical scale.</param>
/// <param name="Ticks">Its vertical ticks.</param>
/// <param name="Notes">Limits and levels that are too far away to be in the picture.</param>
internal sealed record PanelFrame(Panel Panel, PlotBox Box, LinearScale Y, IReadOnlyList<AxisTick> Ticks, IReadOnlyList<string> Notes);
